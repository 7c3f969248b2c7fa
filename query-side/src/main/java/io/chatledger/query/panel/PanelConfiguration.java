package io.chatledger.query.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Languages and static files of the panel. */
@Configuration(proxyBeanMethods = false)
class PanelConfiguration implements WebMvcConfigurer {

    private static final Locale SPANISH = Locale.of("es");
    private static final List<Locale> LANGUAGES = List.of(SPANISH, Locale.ENGLISH);

    /** The bundles without a language are the Spanish ones. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages",
                "messages-inbox",
                "messages-failure",
                "messages-platform",
                "messages-audit",
                "messages-export",
                "messages-privacy",
                "messages-metric",
                "messages-docs");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** What the visitor chose, else what the browser asks for, else Spanish. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("chatledger-lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(PanelConfiguration::asked);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).addPathPatterns("/panel/**", "/docs/**", "/login", "/register");
    }

    /** A webjar's path names its version, so it never changes; our own files are checked for changes each time. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/panel/assets/**")
                .addResourceLocations("classpath:/static/panel/assets/")
                .setCacheControl(CacheControl.noCache());
    }

    private static Locale asked(HttpServletRequest request) {
        for (Locale wanted : Collections.list(request.getLocales())) {
            Locale language = Locale.of(wanted.getLanguage());
            if (LANGUAGES.contains(language)) {
                return language;
            }
        }
        return SPANISH;
    }
}
