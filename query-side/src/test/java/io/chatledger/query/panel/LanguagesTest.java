package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;

/** Whatever strangers ask for, there are two languages: bundles keep something for each locale that is ever met. */
class LanguagesTest {

    private static final String STRANGE = "x-" + "abcdefgh-".repeat(1000) + "a";

    private final PanelConfiguration panel = new PanelConfiguration();
    private final LocaleResolver resolver = panel.localeResolver();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");

    @ParameterizedTest
    @CsvSource({"en, en", "EN-us, en", "es_CL, es", "en-x-a1, en", "en-u-ca-buddhist, en", "fr, es", "e, es", "-, es"})
    void aCookieChoosesOneOfThem(String written, String language) {
        request.setPreferredLocales(List.of(Locale.FRENCH));
        request.setCookies(new Cookie("chatledger-lang", written));
        assertThat(resolver.resolveLocale(request)).isEqualTo(Locale.of(language));
    }

    @ParameterizedTest
    @CsvSource({"en, en", "en-x-a1, en", "fr, es"})
    void soDoesAParameter(String written, String language) throws Exception {
        request.addPreferredLocale(Locale.of("es", "CL"));
        request.setParameter("lang", written);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, resolver);
        assertThat(choice().preHandle(request, new MockHttpServletResponse(), this))
                .isTrue();
        assertThat(resolver.resolveLocale(request)).isEqualTo(Locale.of(language));
    }

    @Test
    void aLongNameOfALanguageIsNoneOfThem() {
        request.addPreferredLocale(Locale.ENGLISH);
        request.setCookies(new Cookie("chatledger-lang", STRANGE));
        assertThat(resolver.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    private HandlerInterceptor choice() {
        var registry = new InterceptorRegistry() {
            HandlerInterceptor first() {
                return (HandlerInterceptor) getInterceptors().getFirst();
            }
        };
        panel.addInterceptors(registry);
        return registry.first();
    }
}
