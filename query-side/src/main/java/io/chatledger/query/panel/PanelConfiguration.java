package io.chatledger.query.panel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Languages and static files of the panel. */
@Configuration(proxyBeanMethods = false)
class PanelConfiguration implements WebMvcConfigurer {

    @Bean
    TextBundles textBundles() {
        return new TextBundles();
    }

    @Bean
    MessageSource messageSource(TextBundles texts) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(texts.baseNames());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return Languages.resolver();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(Languages.choice()).addPathPatterns("/panel/**", "/docs/**", "/login", "/register");
    }

    /** A webjar's path names its version, so it never changes; our own files are checked for changes each time. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new PackedResources());
        registry.addResourceHandler("/panel/assets/**")
                .addResourceLocations("classpath:/static/panel/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
