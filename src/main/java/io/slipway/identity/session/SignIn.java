package io.slipway.identity.session;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.session.Session;

/**
 * What a session knows of its sign-in. Instants are UTC.
 *
 * @param at when the person signed in
 * @param confirmedAt when the person last gave the password
 * @param passwordGiven whether somebody else chose the password, so that it has to be
 * changed before anything else
 * @param address the client's address at the time
 * @param browser name of the browser; empty if it told none that is known
 * @param system name of the operating system; empty likewise
 */
public record SignIn(Instant at, Instant confirmedAt, boolean passwordGiven, String address, String browser,
        String system) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = SignIn.class.getName();

    /**
     * A sign-in that happens now.
     * @param request the request, which tells the browser
     * @param passwordGiven whether somebody else chose the password
     */
    public static SignIn of(HttpServletRequest request, Instant now, boolean passwordGiven) {
        String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return new SignIn(now, now, passwordGiven, request.getRemoteAddr(), UserAgent.browser(agent),
                UserAgent.system(agent));
    }

    /**
     * What the session of a request knows.
     * @return its sign-in, if there is a session that has one
     */
    public static Optional<SignIn> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map((session) -> attribute(session));
    }

    static Optional<SignIn> of(Session session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE));
    }

    /** Keeps it in a session. */
    public void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The same sign-in after the person gave the password again. */
    public SignIn confirmed(Instant now) {
        return new SignIn(this.at, now, this.passwordGiven, this.address, this.browser, this.system);
    }

    /** The same sign-in after the person chose a password. */
    public SignIn withOwnPassword(Instant now) {
        return new SignIn(this.at, now, false, this.address, this.browser, this.system);
    }

    private static @Nullable SignIn attribute(HttpSession session) {
        return (session.getAttribute(ATTRIBUTE) instanceof SignIn signIn) ? signIn : null;
    }

}
