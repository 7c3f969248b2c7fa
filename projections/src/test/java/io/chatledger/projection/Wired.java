package io.chatledger.projection;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventRegistry;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** What the configuration makes, without a container. */
public final class Wired {

    /** Of the events that the product comes with. */
    public static final EventRegistry NAMES = Features.builtIn().registry();

    private Wired() {}

    public static DSLContext dsl(DataSource source) {
        return new ProjectionConfiguration().projectionDsl(source);
    }

    /** Those of the product, found as it finds them; those of tests lie elsewhere. */
    public static Projections projections() {
        ClassPathScanningCandidateComponentProvider found = new ClassPathScanningCandidateComponentProvider(false);
        found.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        List<Projection<?, ?>> all = found.findCandidateComponents(Projection.class.getPackageName()).stream()
                .<Class<?>>map(one -> ClassUtils.resolveClassName(Objects.requireNonNull(one.getBeanClassName()), null))
                .filter(Wired::isOfTheProduct)
                .<Projection<?, ?>>map(type -> (Projection<?, ?>) BeanUtils.instantiateClass(type))
                .toList();
        return new ProjectionConfiguration().projections(all);
    }

    private static boolean isOfTheProduct(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .equals(Projection.class.getProtectionDomain().getCodeSource());
    }
}
