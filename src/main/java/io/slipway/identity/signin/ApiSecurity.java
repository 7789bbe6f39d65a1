package io.slipway.identity.signin;

import java.util.List;

import io.slipway.identity.guessing.SignInThrottle;
import io.slipway.identity.signin.confirmation.GivenPasswordFilter;
import io.slipway.identity.signin.form.FormTokens;
import io.slipway.identity.token.TokenManagement;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Lets tools in: by a token, by the session of a page, or by HTTP Basic with an account
 * of the portal, under the same throttle as the sign-in page and without a session. Every
 * refusal is a problem document, never a redirect.
 * <p>
 * A session needs its CSRF token for what changes something. Tokens and Basic do not: no
 * browser adds a token by itself, and the interface takes no media type that another
 * site's form could send.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String BASIC = "basic ";

    /** May be signed instead; it judges that itself, and takes no form. */
    private static final List<String> SIGNED = List.of("/api/v1/events", "/api/v1/pipelines/*/events",
            "/api/v1/attempts/*/reports");

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiRefusals refusals, CurrentRightsFilter currentRights,
            TokenManagement tokens, Accounts accounts, SignInThrottle throttle) throws Exception {
        return http.securityMatcher("/api/**")
            .authorizeHttpRequests(
                    (requests) -> requests.requestMatchers(signed()).permitAll().anyRequest().authenticated())
            .httpBasic((basic) -> basic.authenticationEntryPoint(refusals).authenticationDetailsSource(ApiCall::new))
            .exceptionHandling((errors) -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
            .sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
            .requestCache(AbstractHttpConfigurer::disable)
            .csrf((csrf) -> csrf.csrfTokenRepository(new FormTokens())
                .ignoringRequestMatchers(ApiSecurity::isBasic, TokenSignInFilter::isBearer, signed()))
            .headers(SecurityConfiguration::guard)
            .addFilterAfter(currentRights, SecurityContextHolderFilter.class)
            .addFilterAfter(new GivenPasswordFilter(), CurrentRightsFilter.class)
            .addFilterBefore(new TokenSignInFilter(tokens, accounts, throttle, refusals),
                    BasicAuthenticationFilter.class)
            .build();
    }

    private static RequestMatcher signed() {
        return new OrRequestMatcher(SIGNED.stream()
            .<RequestMatcher>map((path) -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
            .toList());
    }

    private static boolean isBasic(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }

}
