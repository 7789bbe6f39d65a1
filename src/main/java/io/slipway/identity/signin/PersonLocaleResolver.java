package io.slipway.identity.signin;

import java.util.Locale;
import java.util.TimeZone;

import io.slipway.identity.SignedInPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;

/**
 * Tells every page the time zone of who reads it: that of the signed-in person, UTC for
 * everybody else. The words are English.
 */
@Component("localeResolver")
class PersonLocaleResolver extends AbstractLocaleContextResolver {

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(Locale.ENGLISH, zone());
    }

    @Override
    public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response,
            @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("The time zone is chosen on the person's own page");
    }

    private static TimeZone zone() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person) {
            return TimeZone.getTimeZone(person.zoneId());
        }
        return TimeZone.getTimeZone("UTC");
    }

}
