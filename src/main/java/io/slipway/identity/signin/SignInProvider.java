package io.slipway.identity.signin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.identity.guessing.Attempt;
import io.slipway.identity.guessing.KnownDevices;
import io.slipway.identity.guessing.Origin;
import io.slipway.identity.guessing.SignInThrottle;
import io.slipway.identity.guessing.Turns;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.signin.confirmation.GivenPasswordException;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Decides whether somebody is let in. An unknown user name takes as long as a wrong
 * password, and both get the same answer.
 */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final Pattern USER_NAME = Pattern.compile(PersonManagement.USER_NAME);

    private final Accounts accounts;

    private final SignInThrottle throttle;

    private final Turns turns;

    private final KnownDevices devices;

    private final PasswordEncoder encoder;

    private final Clock clock;

    private final String hashOfNobody;

    SignInProvider(Accounts accounts, SignInThrottle throttle, Turns turns, KnownDevices devices,
            PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.turns = turns;
        this.clock = clock;
        this.devices = devices;
        this.encoder = encoder;
        this.hashOfNobody = encoder.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
                : "unknown";
        String userName = typedName(attempt, address);
        Origin place = place(userName, attempt, address);
        return this.turns.take(userName, place, () -> judge(attempt, userName, place))
            .orElseThrow(() -> new TooManyAttemptsException(this.clock.instant().plusSeconds(1)));
    }

    private Authentication judge(Authentication attempt, String userName, Origin place) {
        Attempt begun = this.throttle.begin(userName, place);
        this.throttle.waitUntil(begun).ifPresent((until) -> {
            throw new TooManyAttemptsException(until);
        });
        Optional<Account> account = this.accounts.find(userName);
        boolean right = this.encoder.matches(String.valueOf(attempt.getCredentials()),
                account.map(Account::passwordHash).orElse(this.hashOfNobody));
        if (account.isEmpty() || !right) {
            this.accounts.fail(begun, account.isPresent());
            throw new BadCredentialsException("User name or password is wrong");
        }
        boolean session = !(attempt.getDetails() instanceof ApiCall);
        if (!session && account.get().enabled() && account.get().passwordGiven()) {
            this.accounts.refuseGiven(begun);
            throw new GivenPasswordException();
        }
        if (!account.get().enabled() || !this.accounts.signIn(account.get(), begun, session)) {
            this.accounts.fail(begun, true);
            throw new DisabledException("The account is disabled");
        }
        return signedIn(account.get(), attempt);
    }

    private static Authentication signedIn(Account account, Authentication attempt) {
        List<SimpleGrantedAuthority> authorities = account.roles()
            .stream()
            .map((role) -> new SimpleGrantedAuthority(role.id()))
            .toList();
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(account.person(),
                null, authorities);
        token.setDetails((attempt.getDetails() instanceof FormAttempt form)
                ? new WebAuthenticationDetails(form.getRemoteAddress(), form.getSessionId()) : attempt.getDetails());
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Origin place(String userName, Authentication attempt, String address) {
        return (attempt.getDetails() instanceof FormAttempt form)
                ? this.devices.place(userName, form.devices(), address) : Origin.address(address);
    }

    /** What can be nobody's user name counts together, for its address only. */
    private static String typedName(Authentication attempt, String address) {
        String typed = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String impossible = "?" + address;
        return USER_NAME.matcher(typed).matches() ? typed
                : impossible.substring(0, Math.min(impossible.length(), PersonManagement.USER_NAME_LENGTH));
    }

}
