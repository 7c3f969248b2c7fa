package io.chatledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** {@code docs/settings.md} against what the code reads: nothing can be set that is not told, nor the other way round. */
class SettingsTest {

    private static final Pattern READ = Pattern.compile(
            "(?:\\$\\{|getProperty\\(\\s*\"|ConditionalOnProperty\\((?:name = )?\")(chatledger\\.[\\w.-]+)");
    private static final Pattern TOLD = Pattern.compile("\\| (`CHATLEDGER_[^|]*)\\|");
    private static final Pattern VARIABLE = Pattern.compile("`(\\w+)`");

    @Test
    void everySettingIsTold() {
        Set<String> settings = new TreeSet<>(Set.of("CHATLEDGER_DEMO"));
        House.files(House.ROOT, ".java").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .flatMap(file -> READ.matcher(House.text(file)).results())
                .forEach(read -> settings.add(variable(read.group(1))));
        records()
                .forEach(type -> settings.addAll(components(
                                type.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                type)
                        .toList()));

        assertThat(told()).isEqualTo(settings);
    }

    private static Set<String> told() {
        return TOLD.matcher(House.text(House.ROOT.resolve("docs/settings.md")))
                .results()
                .flatMap(row -> VARIABLE.matcher(row.group(1)).results().map(variable -> variable.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.chatledger").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
    }

    private static Stream<String> components(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> settings(prefix, component));
    }

    private static Stream<String> settings(String prefix, RecordComponent component) {
        String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1");
        return component.getType().isRecord() ? components(name, component.getType()) : Stream.of(variable(name));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
