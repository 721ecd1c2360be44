<?php
/**
 * Plugin Name: Warmlead
 * Description: An inside-sales rep for your website. Playbook, script and leads stay on this site; leads come by mail.
 * Version: 0.1.0
 * Requires at least: 6.3
 * Requires PHP: 7.4
 * License: MIT
 *
 * Upload a folder "warmlead" with this file, warmlead.js and the folder "chunks" to wp-content/plugins. Where only
 * wp-content/uploads can be written, the script and "chunks" may lie in wp-content/uploads/warmlead instead.
 */

if (!defined('ABSPATH')) {
	exit;
}

const WARMLEAD_OPTION = 'warmlead';
const WARMLEAD_MOST_BYTES = 262144;
/** Leads that one visitor may send within ten minutes, repeats and changes included. */
const WARMLEAD_MOST_POSTS = 30;

function warmlead_settings(): array {
	$defaults = array('on' => '', 'playbook' => '', 'mail' => get_option('admin_email'), 'notice' => '');
	return array_merge($defaults, (array) get_option(WARMLEAD_OPTION, array()));
}

function warmlead_table(): string {
	global $wpdb;
	return $wpdb->prefix . 'warmlead_leads';
}

register_activation_hook(__FILE__, 'warmlead_activate');
function warmlead_activate(): void {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	dbDelta('CREATE TABLE ' . warmlead_table() . ' (
		id char(32) NOT NULL,
		revision int NOT NULL,
		phase varchar(12) NOT NULL,
		body longtext NOT NULL,
		received datetime NOT NULL,
		mailed tinyint NOT NULL DEFAULT 0,
		PRIMARY KEY  (id)
	) ' . $wpdb->get_charset_collate() . ';');
}

register_uninstall_hook(__FILE__, 'warmlead_uninstall');
function warmlead_uninstall(): void {
	global $wpdb;
	$wpdb->query('DROP TABLE IF EXISTS ' . warmlead_table());
	delete_option(WARMLEAD_OPTION);
}

/** The playbook as visitors get it: without its private part, with leads going to this site. Null when there is none. */
function warmlead_playbook(): ?stdClass {
	$settings = warmlead_settings();
	// As objects: an empty one would come out as a list otherwise.
	$playbook = json_decode($settings['playbook'], false, 64);
	if (!$playbook instanceof stdClass) {
		return null;
	}
	unset($playbook->private, $playbook->{'$schema'});
	// Only an answer that repeats the key counts: a log-in page of a proxy says 200 as well.
	$playbook->delivery = array('to' => 'url', 'url' => rest_url('warmlead/v1/leads'), 'strict' => true);
	if ($settings['notice'] !== '') {
		$playbook->privacy = $playbook->privacy ?? new stdClass();
		$playbook->privacy->notice = $settings['notice'];
	}
	return $playbook;
}

/** Address of the folder with warmlead.js, or null. */
function warmlead_folder(): ?string {
	if (file_exists(plugin_dir_path(__FILE__) . 'warmlead.js')) {
		return plugin_dir_url(__FILE__);
	}
	$uploads = wp_upload_dir(null, false);
	$is_there = file_exists($uploads['basedir'] . '/warmlead/warmlead.js');
	return $is_there ? $uploads['baseurl'] . '/warmlead/' : null;
}

add_action('wp_enqueue_scripts', 'warmlead_enqueue');
function warmlead_enqueue(): void {
	$settings = warmlead_settings();
	$playbook = warmlead_playbook();
	$folder = warmlead_folder();
	if ($settings['on'] !== '1' || $playbook === null || $folder === null) {
		return;
	}
	$options = array_filter(array(
		'playbook' => rest_url('warmlead/v1/playbook'),
		'base' => $folder,
		'accent' => $playbook->look->accent ?? '',
		'side' => $playbook->look->side ?? '',
		'fallback-email' => $playbook->company->email ?? '',
		'fallback-phone' => $playbook->company->phone ?? '',
	));
	wp_enqueue_script('warmlead', $folder . 'warmlead.js', array(), null, array('strategy' => 'defer', 'in_footer' => true));
	// Attributes of script tags get lost with plug-ins that make sites faster; this does not.
	wp_add_inline_script('warmlead', 'window.WarmleadOptions = ' . wp_json_encode($options, JSON_HEX_TAG | JSON_HEX_AMP) . ';', 'before');
}

add_action('rest_api_init', 'warmlead_routes');
function warmlead_routes(): void {
	register_rest_route('warmlead/v1', '/playbook', array(
		'methods' => 'GET',
		'callback' => 'warmlead_give_playbook',
		'permission_callback' => '__return_true',
	));
	register_rest_route('warmlead/v1', '/leads', array(
		'methods' => 'POST',
		'callback' => 'warmlead_take_lead',
		'permission_callback' => '__return_true',
	));
}

function warmlead_give_playbook() {
	$playbook = warmlead_playbook();
	return $playbook === null
		? new WP_REST_Response(array('code' => 'playbook.missing'), 404)
		: new WP_REST_Response($playbook, 200);
}

function warmlead_refuse(int $status, string $code): WP_REST_Response {
	$response = new WP_REST_Response(array('code' => $code), $status);
	if ($status === 429) {
		$response->header('Retry-After', '600');
	}
	return $response;
}

/** Counts posts by a fingerprint of the visitor's address; the address itself is not kept. */
function warmlead_is_too_often(): bool {
	$name = 'warmlead_' . substr(wp_hash($_SERVER['REMOTE_ADDR'] ?? ''), 0, 32);
	$count = (int) get_transient($name);
	set_transient($name, $count + 1, 600);
	return $count >= WARMLEAD_MOST_POSTS;
}

/** The lead, or null where this is none. */
function warmlead_read_lead(string $body): ?array {
	$lead = json_decode($body, true, 64);
	$is_lead = is_array($lead)
		&& is_string($lead['id'] ?? null) && preg_match('/^[0-9a-f]{32}$/D', $lead['id'])
		&& is_int($lead['revision'] ?? null) && $lead['revision'] >= 1 && $lead['revision'] <= 10000
		&& ($lead['key'] ?? null) === $lead['id'] . '.' . $lead['revision']
		&& in_array($lead['phase'] ?? null, array('partial', 'complete', 'updated', 'withdrawn'), true);
	return $is_lead ? $lead : null;
}

function warmlead_take_lead(WP_REST_Request $request): WP_REST_Response {
	$origin = (string) $request->get_header('origin');
	if ($origin !== '' && wp_parse_url($origin, PHP_URL_HOST) !== wp_parse_url(home_url(), PHP_URL_HOST)) {
		return warmlead_refuse(403, 'origin.unknown');
	}
	if (warmlead_is_too_often()) {
		return warmlead_refuse(429, 'rate.exceeded');
	}
	$body = $request->get_body();
	if (strlen($body) > WARMLEAD_MOST_BYTES) {
		return warmlead_refuse(413, 'lead.too-large');
	}
	$lead = warmlead_read_lead($body);
	if ($lead === null) {
		return warmlead_refuse(422, 'lead.invalid');
	}
	$stored = warmlead_store($lead, $body);
	if ($stored === null) {
		return warmlead_refuse(500, 'store.failed');
	}
	if ($stored) {
		warmlead_mail($lead);
	}
	return new WP_REST_Response(array('key' => $lead['key']), $stored ? 201 : 200);
}

/**
 * Keeps the highest revision of each lead; what was withdrawn keeps no more than its number. True: this changed
 * something. False: it was here already. Null: the database failed.
 */
function warmlead_store(array $lead, string $body): ?bool {
	global $wpdb;
	$table = warmlead_table();
	$kept = $lead['phase'] === 'withdrawn' ? '' : $body;
	$now = gmdate('Y-m-d H:i:s');
	// The primary key decides when two of the same arrive at once.
	$added = $wpdb->query($wpdb->prepare(
		"INSERT IGNORE INTO $table (id, revision, phase, body, received) VALUES (%s, %d, %s, %s, %s)",
		$lead['id'], $lead['revision'], $lead['phase'], $kept, $now
	));
	if ($added === false || $added > 0) {
		return $added === false ? null : true;
	}
	$changed = $wpdb->query($wpdb->prepare(
		"UPDATE $table SET revision = %d, phase = %s, body = %s, received = %s, mailed = 0
		WHERE id = %s AND revision < %d AND phase <> 'withdrawn'",
		$lead['revision'], $lead['phase'], $kept, $now, $lead['id'], $lead['revision']
	));
	return $changed === false ? null : $changed > 0;
}

/** One line of plain text; empty where there is none. */
function warmlead_line($text): string {
	return is_scalar($text) ? trim(preg_replace('/[\x00-\x1f\x7f\s]+/u', ' ', (string) $text) ?? '') : '';
}

/** A time of the lead in the words and the zone of this site; empty where there is none. */
function warmlead_time($iso): string {
	$seconds = is_string($iso) ? strtotime($iso) : false;
	return $seconds === false ? '' : (string) wp_date('D j M Y, H:i T', $seconds);
}

/** The members of a list, as far as they are records. */
function warmlead_rows($list): array {
	return is_array($list) ? array_values(array_filter($list, 'is_array')) : array();
}

function warmlead_band(array $lead): string {
	$verdict = $lead['qualification']['verdict'] ?? '';
	$bands = array('hot' => 'Hot', 'warm' => 'Warm', 'cold' => 'Cold');
	$band = $bands[$lead['qualification']['band'] ?? ''] ?? '';
	return $verdict === 'disqualified' ? 'Not a fit' : ($band !== '' ? $band : 'Too early to say');
}

function warmlead_subject(array $lead): string {
	$who = implode(', ', array_filter(array_map('warmlead_line', array($lead['contact']['name'] ?? '', $lead['contact']['company'] ?? ''))));
	$first = warmlead_rows($lead['answers'] ?? null)[0]['label'] ?? '';
	$parts = array(warmlead_band($lead), $who, warmlead_line($first), warmlead_line($lead['nextStep']['label'] ?? ''));
	$marks = (empty($lead['test']) ? '' : '[TEST] ') . ($lead['revision'] > 1 ? 'Update: ' : '');
	return $marks . implode(' · ', array_filter($parts));
}

/** Who, what they want, why it is hot or not, their words, what is next: plain text, one subject a line. */
function warmlead_brief(array $lead): string {
	$lines = array();
	$put = function (string $title, $text) use (&$lines) {
		$text = warmlead_line($text);
		if ($text !== '') {
			$lines[] = str_pad($title, 12) . $text;
		}
	};
	$put('Next step', warmlead_line($lead['nextStep']['label'] ?? '') . ' ' . warmlead_time($lead['nextStep']['start'] ?? null));
	$put('Owner', $lead['routing']['name'] ?? '');
	$put('Answer by', warmlead_time($lead['routing']['dueAt'] ?? null));
	foreach (array('name' => 'Name', 'company' => 'Company', 'email' => 'Reply', 'phone' => 'Call', 'role' => 'Role', 'website' => 'Website', 'country' => 'Country') as $field => $title) {
		$put($title, $lead['contact'][$field] ?? '');
	}
	$lines[] = '';
	$put(strtoupper(warmlead_band($lead)), warmlead_rows($lead['qualification']['reasons'] ?? null)[0]['because'] ?? '');
	foreach (warmlead_rows($lead['qualification']['reasons'] ?? null) as $reason) {
		if (isset($reason['points'])) {
			$put('', sprintf('%+d %s', (int) $reason['points'], warmlead_line($reason['because'] ?? '')));
		}
	}
	$lines[] = '';
	foreach (warmlead_rows($lead['answers'] ?? null) as $answer) {
		if (($answer['kind'] ?? '') !== 'contact') {
			$put('', warmlead_line($answer['question'] ?? '') . ' ' . warmlead_line($answer['label'] ?? ''));
		}
	}
	foreach (warmlead_rows($lead['questions'] ?? null) as $question) {
		$put('Asked', $question['text'] ?? '');
	}
	$put('Fits', implode(', ', array_map('warmlead_line', array_column(warmlead_rows($lead['recommendations'] ?? null), 'name'))));
	foreach (warmlead_rows($lead['consents'] ?? null) as $consent) {
		$put('Consent', warmlead_line($consent['purpose'] ?? '') . ': ' . (empty($consent['granted']) ? 'not given' : 'given'));
	}
	$put('Wrote from', $lead['attribution']['page'] ?? '');
	$put('Sent', warmlead_time($lead['updatedAt'] ?? null));
	return implode("\n", $lines);
}

function warmlead_mail(array $lead): void {
	global $wpdb;
	$to = sanitize_email(warmlead_settings()['mail']);
	if ($to === '') {
		return;
	}
	$reply = sanitize_email(warmlead_line($lead['contact']['email'] ?? ''));
	$sent = $lead['phase'] === 'withdrawn'
		? wp_mail($to, 'Withdrawn: please erase what you noted', "Somebody took back what they sent.\nTheir lead is erased here; please erase mails and notes of it as well.\nNumber: " . $lead['id'])
		: wp_mail($to, warmlead_subject($lead), warmlead_brief($lead), is_email($reply) ? array('Reply-To: ' . $reply) : array());
	if ($sent) {
		$wpdb->query($wpdb->prepare('UPDATE ' . warmlead_table() . ' SET mailed = 1 WHERE id = %s AND revision = %d', $lead['id'], $lead['revision']));
	}
}

add_action('admin_menu', 'warmlead_menu');
function warmlead_menu(): void {
	add_options_page('Warmlead', 'Warmlead', 'manage_options', 'warmlead', 'warmlead_page');
}

add_action('admin_init', 'warmlead_register');
function warmlead_register(): void {
	register_setting('warmlead', WARMLEAD_OPTION, array('type' => 'array', 'sanitize_callback' => 'warmlead_sanitise'));
	wp_add_privacy_policy_content('Warmlead', '<p>When you send the form in our chat, we keep what you wrote there to answer you. Nothing is sent before you press the button.</p>');
}

/** What was typed on the settings page, as far as it can be used; a playbook that cannot be read is not taken. */
function warmlead_sanitise($given): array {
	$before = warmlead_settings();
	$given = is_array($given) ? $given : array();
	$text = is_string($given['playbook'] ?? null) ? trim($given['playbook']) : '';
	$playbook = json_decode($text, true, 64);
	$is_sound = is_array($playbook) && ($playbook['format'] ?? null) === 1 && !empty($playbook['steps']) && is_array($playbook['steps']);
	if ($text !== '' && !$is_sound) {
		add_settings_error('warmlead', 'playbook', 'This playbook cannot be read, so the one before was kept. Check it on the try page, or paste what "warmlead publish" prints.');
		$text = $before['playbook'];
	}
	$mail = sanitize_email(warmlead_line($given['mail'] ?? ''));
	if (!is_email($mail)) {
		add_settings_error('warmlead', 'mail', 'This is no mail address, so the one before was kept.');
		$mail = $before['mail'];
	}
	return array(
		'on' => empty($given['on']) ? '' : '1',
		'playbook' => $text,
		'mail' => $mail,
		'notice' => sanitize_text_field(warmlead_line($given['notice'] ?? '')),
	);
}

function warmlead_page(): void {
	global $wpdb;
	if (!current_user_can('manage_options')) {
		return;
	}
	$settings = warmlead_settings();
	$waiting = (int) $wpdb->get_var('SELECT COUNT(*) FROM ' . warmlead_table() . ' WHERE mailed = 0');
	echo '<div class="wrap"><h1>Warmlead</h1>';
	if (warmlead_folder() === null) {
		echo '<div class="notice notice-error"><p>The script is missing. Put warmlead.js and the folder "chunks" beside this plug-in, or into uploads/warmlead.</p></div>';
	}
	if ($waiting > 0) {
		echo '<div class="notice notice-warning"><p>' . 'Leads that are kept here but could not be mailed: ' . esc_html($waiting) . '. Check how your site sends mail.</p></div>';
	}
	echo '<form method="post" action="options.php">';
	settings_fields('warmlead');
	echo '<p><label><input type="checkbox" name="warmlead[on]" value="1"' . checked($settings['on'], '1', false) . '> Show the chat on this site</label></p>';
	echo '<p><label>Leads go to<br><input type="email" class="regular-text" name="warmlead[mail]" value="' . esc_attr($settings['mail']) . '"></label></p>';
	echo '<p><label>Sentence beside the send button; left empty, the one of the playbook<br><input type="text" class="large-text" name="warmlead[notice]" value="' . esc_attr($settings['notice']) . '"></label></p>';
	echo '<p><label>Playbook<br><textarea class="large-text code" rows="20" name="warmlead[playbook]" spellcheck="false">' . esc_textarea($settings['playbook']) . '</textarea></label></p>';
	echo '<p>Its "delivery" does not matter here: leads are kept in this site\'s database and mailed to the address above.</p>';
	submit_button();
	echo '</form></div>';
}
