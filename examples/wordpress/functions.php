<?php
// For the theme's functions.php or a small plugin: the widget's files on every page, and its elements let
// through for authors who may not post unfiltered HTML. WordPress 6.5 or later.

add_action( 'wp_enqueue_scripts', function () {
	wp_enqueue_style( 'stance-matrix', '/stance-matrix/table.css' );
	wp_enqueue_script_module( 'stance-matrix', '/stance-matrix/embed.js' );
} );

add_filter( 'wp_kses_allowed_html', function ( $tags, $context ) {
	if ( 'post' === $context ) {
		$attributes = array( 'id', 'src', 'lang', 'theme', 'countries', 'groups', 'concerns', 'themes', 'stances', 'query', 'view', 'permalink', 'loading' );
		$tags['stance-matrix'] = array_fill_keys( $attributes, true );
		$tags['time']          = array( 'datetime' => true );
		$tags['input']         = array( 'type' => true, 'name' => true, 'checked' => true, 'hidden' => true );
	}
	return $tags;
}, 10, 2 );
