package io.chatledger.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Another process of the lab's own, with the same classes as this one. */
public final class LabProcess {

    /** Where the product's loader finds what is not in the product's jar. */
    private static final String ADDED_CLASSES = "loader.path";

    private LabProcess() {}

    /**
     * @param main whose main method it is to run
     * @param options of the JVM
     */
    public static ProcessBuilder of(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-D" + ADDED_CLASSES + "=" + Objects.requireNonNull(System.getProperty(ADDED_CLASSES)),
                "-Dloader.main=" + main.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
