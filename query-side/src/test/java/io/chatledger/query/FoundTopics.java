package io.chatledger.query;

import java.util.List;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.stereotype.Component;

/** The topics of all features, found as the application finds them. */
public final class FoundTopics {

    private FoundTopics() {}

    public static ViewTopics all() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter((reader, factory) -> reader.getAnnotationMetadata()
                            .hasAnnotation(Component.class.getName())
                    && List.of(reader.getClassMetadata().getInterfaceNames()).contains(ViewTopic.class.getName()));
            scanner.scan("io.chatledger.query");
            context.refresh();
            return new ViewTopics(
                    List.copyOf(context.getBeansOfType(ViewTopic.class).values()));
        }
    }
}
