package io.slipway.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/**
 * What the layout shows around every page: menu, person, banners, theme and version. It
 * asks nothing but the request, the security context and the banners, so that error pages
 * work for everybody and without a database; only the bell of other pages reads it.
 */
@Component("frame")
public class PageFrame {

    /** Keeps the theme. */
    public static final String THEME_COOKIE = "slipway-theme";

    /** Keeps whether the menu is folded. */
    public static final String MENU_COOKIE = "slipway-menu";

    /** Keeps the zone that somebody did not want. */
    public static final String ZONE_COOKIE = "slipway-zone-kept";

    /** Says that it is. */
    public static final String FOLDED = "folded";

    /** Keeps whether single keys do something. */
    public static final String KEYS_COOKIE = "slipway-keys";

    /** Says that they do not. */
    public static final String OFF = "off";

    /** Set on a request that failed: its page asks the database for nothing more. */
    static final String FAILED = PageFrame.class.getName() + ".failed";

    /** The themes to choose from. */
    public static final List<String> THEMES = List.of("auto", "light", "dark");

    private static final Set<String> ADMINISTRATION_READERS = Set.of("administrator", "release-manager",
            "change-authority", "auditor");

    private static final Set<String> AUDIT_READERS = Set.of("administrator", "auditor");

    private final String version;

    private final ObjectProvider<Banner> banners;

    private final ObjectProvider<UnreadNotices> notices;

    private final ObjectProvider<Cast> cast;

    private final PortalAddress address;

    PageFrame(ObjectProvider<BuildProperties> build, ObjectProvider<Banner> banners,
            ObjectProvider<UnreadNotices> notices, ObjectProvider<Cast> cast, PortalAddress address) {
        this.address = address;
        this.cast = cast;
        this.banners = banners;
        this.notices = notices;
        BuildProperties properties = build.getIfAvailable();
        this.version = (properties != null) ? properties.getVersion() : "development";
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return authentication() != null;
    }

    /**
     * The name of the person signed in.
     * @return the full name if the principal knows it, the user name otherwise, empty for
     * nobody
     */
    public String name() {
        Authentication authentication = authentication();
        if (authentication == null) {
            return "";
        }
        return (authentication.getPrincipal() instanceof FullName person) ? person.fullName()
                : authentication.getName();
    }

    /**
     * The user name of the person signed in.
     * @return the name to sign in with, empty for nobody
     */
    public String userName() {
        Authentication authentication = authentication();
        return (authentication != null) ? authentication.getName() : "";
    }

    /**
     * The roles of the person signed in.
     * @return names such as {@code release-manager}, in alphabetical order
     */
    public List<String> roles() {
        Authentication authentication = authentication();
        return (authentication == null) ? List.of()
                : authentication.getAuthorities()
                    .stream()
                    .map(GrantedAuthority::getAuthority)
                    .filter((authority) -> authority.matches("[a-z-]+"))
                    .sorted()
                    .toList();
    }

    /**
     * The menu, with what the person signed in may use.
     * @return the entries, in their order
     */
    public List<Entry> menu() {
        Navigation.Section here = section();
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(Navigation.Section.HOME, "/", "home", here));
        entries.add(entry(Navigation.Section.TASKS, "/tasks", "checkbox", here));
        entries.add(entry(Navigation.Section.RELEASES, "/releases", "rocket", here));
        entries.add(entry(Navigation.Section.CALENDAR, "/calendar", "calendar", here));
        entries.add(entry(Navigation.Section.CHANGES, "/changes", "git-pull-request", here));
        entries.add(entry(Navigation.Section.CONFIGURATION, "/configuration", "topology-star-3", here));
        entries.add(entry(Navigation.Section.DEPLOYMENTS, "/deployments", "server-cog", here));
        entries.add(entry(Navigation.Section.KNOWLEDGE, "/knowledge", "book-2", here));
        entries.add(entry(Navigation.Section.MONITOR, "/monitor", "activity", here));
        if (roles().stream().anyMatch(AUDIT_READERS::contains)) {
            entries.add(entry(Navigation.Section.AUDIT, "/audit", "scale", here));
        }
        if (roles().stream().anyMatch(ADMINISTRATION_READERS::contains)) {
            entries.add(entry(Navigation.Section.ADMINISTRATION, "/administration", "settings", here));
        }
        return List.copyOf(entries);
    }

    /**
     * What everybody has to know now.
     * @return the words of all banners; none for who is not signed in
     */
    public List<Banner.Words> banners() {
        return signedIn() ? this.banners.orderedStream().flatMap((banner) -> banner.now().stream()).toList()
                : List.of();
    }

    /**
     * How many notices the person signed in has not read.
     * @return the number, up to {@link UnreadNotices#MOST_COUNTED} + 1; 0 for nobody and
     * on error pages, where nothing is asked
     */
    public int unread() {
        HttpServletRequest request = request();
        UnreadNotices unread = this.notices.getIfAvailable();
        boolean asks = unread != null && signedIn() && request != null && request.getAttribute(FAILED) == null;
        return asks ? unread.unread(userName()) : 0;
    }

    /**
     * The address of a page as one can send it to somebody, whatever host a client named.
     * @param path such as {@code /tasks/7}
     */
    public String whole(String path) {
        return this.address.of(path);
    }

    /**
     * Whom the person signed in may change into.
     * @return the people of the demo; null anywhere else
     */
    public @Nullable Cast cast() {
        return signedIn() ? this.cast.getIfAvailable() : null;
    }

    /**
     * The theme chosen in this browser.
     * @return {@code auto}, {@code light} or {@code dark}
     */
    public String theme() {
        String theme = cookie(THEME_COOKIE);
        return THEMES.contains(theme) ? theme : "auto";
    }

    /**
     * Tells whether the menu is folded to icons in this browser.
     * @return whether it is so
     */
    public boolean folded() {
        return FOLDED.equals(cookie(MENU_COOKIE));
    }

    /**
     * The zone of this browser in which somebody did not want to see times.
     * @return its name; empty if nobody was asked
     */
    public String keptZone() {
        return cookie(ZONE_COOKIE);
    }

    /**
     * Tells whether keys of one letter do something in this browser (WCAG 2.1.4).
     * @return whether they were not switched off
     */
    public boolean singleKeys() {
        return !OFF.equals(cookie(KEYS_COOKIE));
    }

    /** The themes to choose from. */
    public List<String> themes() {
        return THEMES;
    }

    /**
     * The version of the portal.
     * @return the version, {@code development} where it was not built by Maven
     */
    public String version() {
        return this.version;
    }

    private Navigation.@Nullable Section section() {
        HttpServletRequest request = request();
        Object handler = (request != null) ? request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                : null;
        if (handler instanceof HandlerMethod method) {
            Navigation navigation = AnnotationUtils.findAnnotation(method.getBeanType(), Navigation.class);
            return (navigation != null) ? navigation.value() : null;
        }
        return null;
    }

    private static Entry entry(Navigation.Section section, String address, String icon,
            Navigation.@Nullable Section here) {
        return new Entry("ui.navigation." + section, address, icon, section == here);
    }

    private static String cookie(String name) {
        HttpServletRequest request = request();
        Cookie cookie = (request != null) ? WebUtils.getCookie(request, name) : null;
        return (cookie != null) ? cookie.getValue() : "";
    }

    private static @Nullable Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean person = authentication != null && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
        return person ? authentication : null;
    }

    private static @Nullable HttpServletRequest request() {
        return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
                ? attributes.getRequest() : null;
    }

    /**
     * An entry of the menu.
     *
     * @param current whether the page shown belongs to it
     */
    public record Entry(String label, String address, String icon, boolean current) {
    }

}
