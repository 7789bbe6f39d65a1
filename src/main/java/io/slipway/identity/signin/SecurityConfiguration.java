package io.slipway.identity.signin;

import java.util.List;

import io.slipway.identity.password.BoundedEncoder;
import io.slipway.identity.signin.confirmation.GivenPasswordFilter;
import io.slipway.identity.signin.form.FormTokens;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * What needs signing in, what only administrators may, and what the browser is told to
 * guard on every answer.
 */
@Configuration
@EnableMethodSecurity
@EnableScheduling
@EnableConfigurationProperties({ SignInProperties.class, StrangerProperties.class })
class SecurityConfiguration {

    private static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;

    private static final String CONTENT_POLICY = String.join("; ",
            List.of("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
                    "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
                    "frame-ancestors 'none'", "manifest-src 'self'"));

    private static final String PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), "
            + "payment=(), usb=()";

    /**
     * Files that are the same for everybody, and calendar feeds, which judge their
     * addresses themselves: no session is read for them.
     */
    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
        return http.securityMatcher(StaticFilesFilter.PATHS)
            .authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
            .headers(SecurityConfiguration::guard)
            .csrf(AbstractHttpConfigurer::disable)
            .requestCache(AbstractHttpConfigurer::disable)
            .securityContext(AbstractHttpConfigurer::disable)
            .sessionManagement(AbstractHttpConfigurer::disable)
            .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Environment environment, SignInSuccess success, SignInFailure failure,
            SignOutRecorder signOut, SignInEntryPoint entryPoint, RefusalHandler refusals,
            CurrentRightsFilter currentRights) throws Exception {
        String[] open = environment.acceptsProfiles(Profiles.of("demo"))
                ? new String[] { "/sign-in", "/error", "/theme", "/welcome", "/welcome/*" }
                : new String[] { "/sign-in", "/error", "/theme" };
        return http
            .authorizeHttpRequests(
                    (requests) -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .requestMatchers("/administration", "/administration/policies/**")
                        .hasAnyAuthority("administrator", "release-manager", "change-authority", "auditor")
                        .requestMatchers(HttpMethod.GET, "/administration/people", "/administration/people/*",
                                "/administration/groups", "/administration/groups/*")
                        .hasAnyAuthority("administrator", "auditor")
                        .requestMatchers("/administration/notifications/**", "/administration/tokens/**",
                                "/administration/events/**")
                        .hasAnyAuthority("administrator", "auditor")
                        .requestMatchers("/administration/**", "/actuator/**")
                        .hasAuthority("administrator")
                        .anyRequest()
                        .authenticated())
            .formLogin((form) -> form.loginPage("/sign-in")
                .authenticationDetailsSource(FormAttempt::new)
                .successHandler(success)
                .failureHandler(failure))
            .logout((logout) -> logout.logoutUrl("/sign-out")
                .addLogoutHandler(signOut)
                .logoutSuccessUrl("/sign-in?signed-out"))
            .exceptionHandling((errors) -> errors.authenticationEntryPoint(entryPoint).accessDeniedHandler(refusals))
            .requestCache((cache) -> cache.requestCache(new AskedPage()))
            .sessionManagement((session) -> session.sessionFixation((fixation) -> fixation.newSession()))
            .headers(SecurityConfiguration::guard)
            .addFilterAfter(currentRights, SecurityContextHolderFilter.class)
            .addFilterAfter(new GivenPasswordFilter(), CurrentRightsFilter.class)
            .csrf((csrf) -> csrf.csrfTokenRepository(new FormTokens()))
            .build();
    }

    @Bean
    PasswordEncoder passwordEncoder(SignInProperties properties) {
        return new BoundedEncoder(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, properties.hashMemory(),
                properties.hashIterations()));
    }

    @Bean
    MySqlJdbcIndexedSessionRepositoryCustomizer sessionStatements() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What the browser is told to guard. */
    static void guard(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
            .referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS))
            .crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
            .crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
            .httpStrictTransportSecurity((transport) -> transport.includeSubDomains(false));
    }

}
