package io.chatledger.app.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every controller may rely on. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowedCallers())
                .addPathPatterns("/api/v1/**")
                .order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new QueryParameters()).addPathPatterns("/api/v1/**");
        registry.addInterceptor(new NoCommandsInThePast()).addPathPatterns("/api/v1/**");
    }
}
