package io.slipway.identity.signin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.guessing.Attempt;
import io.slipway.identity.guessing.Origin;
import io.slipway.identity.guessing.SignInThrottle;
import io.slipway.identity.token.TokenDetails;
import io.slipway.identity.token.TokenManagement;
import io.slipway.identity.token.TokenState;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a tool in by {@code Authorization: Bearer}, for one call and without a session: as
 * the token's owner, with those of the token's roles that the owner still has. Guesses
 * are slowed down like those of passwords; a token that is let in costs two reads.
 */
class TokenSignInFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private static final int LONGEST = 200;

    private final TokenManagement tokens;

    private final Accounts accounts;

    private final SignInThrottle throttle;

    private final ApiRefusals refusals;

    TokenSignInFilter(TokenManagement tokens, Accounts accounts, SignInThrottle throttle, ApiRefusals refusals) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.throttle = throttle;
        this.refusals = refusals;
    }

    /** Tells whether a call brings a token. */
    static boolean isBearer(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isBearer(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(signIn((sent.length() > LONGEST) ? "" : sent, request.getRemoteAddr()));
            SecurityContextHolder.setContext(context);
        }
        catch (AuthenticationException refusal) {
            SecurityContextHolder.clearContext();
            this.refusals.commence(request, response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private Authentication signIn(String sent, String address) {
        Optional<TokenDetails> token = this.tokens.present(sent);
        if (token.isEmpty()) {
            throw refusal(address, new BadCredentialsException("There is no such token"));
        }
        if (token.get().state() != TokenState.ACTIVE) {
            throw refusal(address,
                    (token.get().state() == TokenState.EXPIRED)
                            ? new CredentialsExpiredException("The token has expired: make a new one")
                            : new CredentialsExpiredException("The token was revoked"));
        }
        Account owner = this.accounts.find(token.get().owner()).orElseThrow();
        if (!owner.enabled()) {
            throw refusal(address, new DisabledException("The owner of the token has no access any more"));
        }
        List<SimpleGrantedAuthority> authorities = token.get()
            .roles()
            .stream()
            .filter(owner.roles()::contains)
            .map((role) -> new SimpleGrantedAuthority(role.id()))
            .toList();
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(owner.person(),
                null, authorities);
        signedIn.setDetails(token.get().grant());
        return signedIn;
    }

    private AuthenticationException refusal(String address, AuthenticationException reason) {
        String nobody = ("?" + address).substring(0, Math.min(address.length() + 1, 50));
        Attempt attempt = this.throttle.begin(nobody, Origin.address(address));
        Optional<AuthenticationException> wait = this.throttle.waitUntil(attempt).map(TooManyAttemptsException::new);
        if (wait.isEmpty()) {
            this.accounts.fail(attempt, false);
        }
        return wait.orElse(reason);
    }

}
