package io.chatledger.query.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The languages that there are. Nobody gets another one: bundles, validators and the description of the API keep
 * something for each locale that they ever met, for as long as the process lives.
 */
final class Languages {

    private static final Locale SPANISH = Locale.of("es");
    private static final List<Locale> ALL = List.of(SPANISH, Locale.ENGLISH);

    private Languages() {}

    /** What the visitor chose, else what the browser asks for, else Spanish. */
    static LocaleResolver resolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("chatledger-lang") {
            @Override
            protected @Nullable Locale parseLocaleValue(String written) {
                return find(written);
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::asked);
        return resolver;
    }

    /** Lets the visitor choose by {@code lang}; leaves all as it is for a language that there is not. */
    static LocaleChangeInterceptor choice() {
        LocaleChangeInterceptor choice = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String written) {
                Locale found = find(written);
                if (found == null) {
                    throw new IllegalArgumentException("not spoken here");
                }
                return found;
            }
        };
        choice.setParamName("lang");
        choice.setIgnoreInvalidLocale(true);
        return choice;
    }

    private static Locale asked(HttpServletRequest request) {
        for (Locale wanted : Collections.list(request.getLocales())) {
            Locale language = find(wanted.getLanguage());
            if (language != null) {
                return language;
            }
        }
        return SPANISH;
    }

    /** Of a language tag only the language counts. */
    private static @Nullable Locale find(String written) {
        String language = written.split("[-_]", 2)[0];
        return ALL.stream()
                .filter(one -> one.getLanguage().equalsIgnoreCase(language))
                .findFirst()
                .orElse(null);
    }
}
