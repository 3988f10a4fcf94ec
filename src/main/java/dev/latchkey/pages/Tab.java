package dev.latchkey.pages;

/**
 * The pages that a menu leads to, in its order. Only those that a {@link Section} has are shown.
 */
public enum Tab {
    PROFILE(Area.ACCOUNT, "/account", "tab.profile"),
    PASSWORD(Area.ACCOUNT, "/account/password", "tab.password"),
    SECURITY(Area.ACCOUNT, "/account/security", "tab.security"),
    PROVIDERS(Area.ACCOUNT, "/account/providers", "tab.providers"),
    APPLICATIONS(Area.ACCOUNT, "/account/applications", "tab.applications"),
    SESSIONS(Area.ACCOUNT, "/account/sessions", "tab.sessions"),
    TOKENS(Area.ACCOUNT, "/account/tokens", "tab.tokens"),
    OVERVIEW(Area.ADMINISTRATION, "/admin", "tab.overview"),
    USERS(Area.ADMINISTRATION, "/admin/users", "tab.users"),
    ORGANIZATIONS(Area.ADMINISTRATION, "/admin/organizations", "tab.organizations"),
    CLIENTS(Area.ADMINISTRATION, "/admin/clients", "tab.clients"),
    ADMIN_PROVIDERS(Area.ADMINISTRATION, "/admin/providers", "tab.adminProviders"),
    KEYS(Area.ADMINISTRATION, "/admin/keys", "tab.keys"),
    AUDIT(Area.ADMINISTRATION, "/admin/audit", "tab.audit");

    /** Which menu it is in. */
    public enum Area {
        ACCOUNT,
        ADMINISTRATION
    }

    private final Area area;
    private final String path;
    private final String key;

    Tab(Area area, String path, String key) {
        this.area = area;
        this.path = path;
        this.key = key;
    }

    public Area area() {
        return area;
    }

    public String path() {
        return path;
    }

    /** The key of its name in the bundle. */
    public String key() {
        return key;
    }
}
