<?php
/**
 * As much of WordPress as the plug-in uses, with SQLite for a database. Reads a script of happenings as JSON from the
 * standard input and prints what came of each.
 */
error_reporting(E_ALL);
set_error_handler(function ($level, $message, $file, $line) {
	throw new ErrorException($message, 0, $level, $file, $line);
});

$script = json_decode(file_get_contents('php://stdin'), true);
define('ABSPATH', $script['folder'] . '/');
$stage = (object) array('options' => array('admin_email' => 'admin@site.example'), 'mails' => array(), 'hooks' => array(), 'routes' => array(), 'scripts' => array(), 'errors' => array(), 'transients' => array(), 'mayManage' => true, 'mailWorks' => true, 'expires' => null);

class WP_REST_Response {
	public $headers = array();
	public $data;
	public $status;
	public function __construct($data, $status) {
		$this->data = $data;
		$this->status = $status;
	}
	public function header($name, $value) {
		$this->headers[$name] = $value;
	}
}

class WP_REST_Request {
	private $body;
	private $headers;
	public function __construct($body, $headers) {
		$this->body = $body;
		$this->headers = $headers;
	}
	public function get_body() {
		return $this->body;
	}
	public function get_header($name) {
		return $this->headers[$name] ?? null;
	}
}

class Database {
	public $prefix = 'wp_';
	public $isBroken = false;
	public $pdo;
	public function __construct() {
		$this->pdo = new PDO('sqlite::memory:');
		$this->pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
	}
	public function get_charset_collate() {
		return '';
	}
	public function prepare($sql, ...$values) {
		$at = 0;
		return preg_replace_callback('/%[sd]/', function ($found) use (&$at, $values) {
			$value = $values[$at++];
			return $found[0] === '%d' ? (string) (int) $value : $this->pdo->quote((string) $value);
		}, $sql);
	}
	public function query($sql) {
		return $this->isBroken ? false : $this->pdo->exec(str_replace('INSERT IGNORE', 'INSERT OR IGNORE', $sql));
	}
	public function get_var($sql) {
		return $this->pdo->query($sql)->fetchColumn();
	}
}
$wpdb = new Database();

function dbDelta($sql) { $GLOBALS['wpdb']->query($sql); }
function get_option($name, $otherwise = false) { return $GLOBALS['stage']->options[$name] ?? $otherwise; }
function delete_option($name) { unset($GLOBALS['stage']->options[$name]); }
function register_activation_hook($file, $run) { $GLOBALS['stage']->hooks['activate'] = $run; }
function register_uninstall_hook($file, $run) { $GLOBALS['stage']->hooks['uninstall'] = $run; }
function add_action($name, $run) { $GLOBALS['stage']->hooks[$name] = $run; }
function rest_url($path) { return 'https://site.example/wp-json/' . $path; }
function home_url() { return 'https://site.example'; }
function plugin_dir_path($file) { return $GLOBALS['script']['folder'] . '/plugin/'; }
function plugin_dir_url($file) { return 'https://site.example/wp-content/plugins/warmlead/'; }
function wp_upload_dir($time, $create) { return array('basedir' => $GLOBALS['script']['folder'] . '/uploads', 'baseurl' => 'https://site.example/wp-content/uploads'); }
function wp_enqueue_script($name, $src, $needs, $version, $how) { $GLOBALS['stage']->scripts[] = array($name, $src); }
function wp_add_inline_script($name, $code, $where) { $GLOBALS['stage']->scripts[] = array($name, $code, $where); }
function wp_json_encode($value, $flags = 0) { return json_encode($value, $flags); }
function register_rest_route($space, $path, $route) { $GLOBALS['stage']->routes[$route['methods'] . ' /' . $space . $path] = $route; }
function __return_true() { return true; }
function wp_hash($text) { return hash('md5', 'salt' . $text); }
function get_transient($name) { return $GLOBALS['stage']->transients[$name] ?? false; }
function set_transient($name, $value, $seconds) { $GLOBALS['stage']->transients[$name] = $value; $GLOBALS['stage']->expires = $seconds; }
function wp_parse_url($url, $part) { return parse_url($url, $part); }
function sanitize_email($text) { return filter_var(trim($text), FILTER_VALIDATE_EMAIL) ? trim($text) : ''; }
function is_email($text) { return (bool) filter_var($text, FILTER_VALIDATE_EMAIL); }
function sanitize_text_field($text) { return trim(strip_tags($text)); }
function wp_mail($to, $subject, $body, $headers = array()) {
	$GLOBALS['stage']->mails[] = compact('to', 'subject', 'body', 'headers');
	return $GLOBALS['stage']->mailWorks;
}
function add_options_page($title, $menu, $may, $slug, $run) { $GLOBALS['stage']->hooks['page'] = $run; }
function register_setting($group, $name, $how) { $GLOBALS['stage']->hooks['sanitise'] = $how['sanitize_callback']; }
function wp_add_privacy_policy_content($name, $text) {}
function add_settings_error($setting, $code, $message) { $GLOBALS['stage']->errors[] = $code; }
function settings_fields($group) { echo '<input type="hidden" name="_wpnonce" value="nonce-of-' . $group . '">'; }
function current_user_can($what) { return $GLOBALS['stage']->mayManage; }
function wp_date($format, $seconds) { return gmdate($format, $seconds); }
function esc_html($text) { return htmlspecialchars((string) $text, ENT_QUOTES); }
function esc_attr($text) { return htmlspecialchars((string) $text, ENT_QUOTES); }
function esc_textarea($text) { return htmlspecialchars((string) $text, ENT_QUOTES); }
function checked($a, $b, $echo) { return $a === $b ? ' checked="checked"' : ''; }
function submit_button() { echo '<button>Save</button>'; }

mkdir(ABSPATH . 'wp-admin/includes', 0777, true);
touch(ABSPATH . 'wp-admin/includes/upgrade.php');
require $script['plugin'];
foreach (array('activate', 'rest_api_init', 'admin_menu', 'admin_init') as $hook) {
	($stage->hooks[$hook])();
}

$came = array();
foreach ($script['does'] as $do) {
	switch ($do['does']) {
		case 'request':
			$_SERVER['REMOTE_ADDR'] = $do['from'] ?? '203.0.113.7';
			$answer = ($stage->routes[$do['route']]['callback'])(new WP_REST_Request($do['body'] ?? '', $do['headers'] ?? array()));
			$came[] = array('status' => $answer->status, 'data' => $answer->data, 'headers' => $answer->headers);
			break;
		case 'save':
			$stage->options['warmlead'] = ($stage->hooks['sanitise'])($do['given']);
			$came[] = array('kept' => $stage->options['warmlead'], 'errors' => $stage->errors);
			break;
		case 'page':
			$stage->mayManage = $do['mayManage'] ?? true;
			ob_start();
			($stage->hooks['page'])();
			$came[] = ob_get_clean();
			break;
		case 'visit':
			$stage->scripts = array();
			($stage->hooks['wp_enqueue_scripts'])();
			$came[] = $stage->scripts;
			break;
		case 'set':
			$stage->mailWorks = $do['mailWorks'] ?? true;
			$wpdb->isBroken = $do['databaseIsBroken'] ?? false;
			break;
		case 'look':
			$came[] = array('mails' => $stage->mails, 'rows' => $wpdb->pdo->query('SELECT * FROM wp_warmlead_leads')->fetchAll(PDO::FETCH_ASSOC));
			break;
		case 'uninstall':
			($stage->hooks['uninstall'])();
			$came[] = array('tables' => $wpdb->get_var("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"), 'options' => array_keys($stage->options));
			break;
	}
}
echo json_encode($came);
