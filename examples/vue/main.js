import { createApp, h, ref } from 'vue';
import { DATA } from '../data.js';

createApp({
  setup() {
    const isShown = ref(true);
    const concerns = ref(undefined);
    const chosen = ref('nothing');
    const hear = ({ detail }) => { chosen.value = detail.country ?? 'nothing'; };
    return () => [
      h('p', `Chosen: ${chosen.value}`),
      h('button', { onClick: () => { concerns.value = 'rivers'; } }, 'Rivers'),
      h('button', { onClick: () => { isShown.value = !isShown.value; } }, 'Toggle'),
      isShown.value ? h('stance-matrix', { '.data': DATA, '^concerns': concerns.value, 'onStance-matrix:select': hear }) : undefined,
    ];
  },
}).mount('#app');
