//! A part that is drawn again only when it is another.

use yew::prelude::*;

use crate::view::Shared;

/// Properties of [`Once`].
#[derive(Properties, PartialEq)]
pub struct OnceProps {
    /// What to draw, remembered by whoever drew it.
    pub html: Shared<Html>,
}

/// Draws what it is given; the same again costs nothing.
pub struct Once;

impl Component for Once {
    type Message = ();
    type Properties = OnceProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        (*ctx.props().html).clone()
    }
}

/// Draws `html`, unless it is what stands there already.
pub fn once(html: &Shared<Html>, key: Option<u32>) -> Html {
    yew::virtual_dom::VChild::<Once>::new(OnceProps { html: html.clone() }, key.map(Into::into)).into()
}
