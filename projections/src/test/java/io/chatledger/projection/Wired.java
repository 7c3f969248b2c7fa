package io.chatledger.projection;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.projection.metric.MetricProjection;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What the configuration makes, without a container. */
public final class Wired {

    /** Of the events that the product comes with. */
    public static final EventRegistry NAMES = Features.builtIn().registry();

    private static final String PRODUCT =
            Projection.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    private static final List<Projection<?, ?>> ALL = found();

    private Wired() {}

    public static DSLContext dsl(DataSource source) {
        return new ProjectionConfiguration().projectionDsl(source);
    }

    /** Those of the product, found as it finds them; those of tests lie elsewhere. */
    public static Projections projections() {
        return new ProjectionConfiguration().projections(ALL);
    }

    /** The one whose lane is another. */
    public static MetricProjection metrics() {
        return ALL.stream()
                .filter(MetricProjection.class::isInstance)
                .map(MetricProjection.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Projection<?, ?>> found() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
            scanner.addExcludeFilter(
                    (type, _) -> !type.getResource().getURL().getPath().startsWith(PRODUCT));
            scanner.scan(Projection.class.getPackageName());
            context.registerBean(Features.class, Features::builtIn);
            context.refresh();
            return context.getBeanProvider(Projection.class).stream()
                    .<Projection<?, ?>>map(one -> (Projection<?, ?>) one)
                    .toList();
        }
    }
}
