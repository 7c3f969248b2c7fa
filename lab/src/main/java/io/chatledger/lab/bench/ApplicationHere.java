package io.chatledger.lab.bench;

import io.chatledger.app.ChatLedger;
import io.chatledger.command.Commands;
import io.chatledger.command.request.ApiCommands;
import io.chatledger.lab.ApplicationProcess;
import java.nio.file.Path;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application in this very process: its command side, or more. */
final class ApplicationHere implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ApplicationHere(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Where the database is, and who we are to it. */
    record Place(String url, String username, String password, Path folder, String node) {
        static Place of(BenchDatabase database, String node) {
            return new Place(
                    database.embedded().jdbcUrl(),
                    database.embedded().username(),
                    database.embedded().password(),
                    database.folder(),
                    node);
        }
    }

    /**
     * Starts it without its automations, which are no part of taking a command.
     *
     * @param shared whether other processes append to the same store
     * @param watcher sees every bean; null for none
     */
    static ApplicationHere start(Place place, boolean shared, @Nullable BeanPostProcessor watcher) {
        return start(place, shared, watcher, "command");
    }

    /** @param roles what the process does, such as {@code command,projection} */
    static ApplicationHere start(Place place, boolean shared, @Nullable BeanPostProcessor watcher, String roles) {
        SpringApplication application = new SpringApplication(ChatLedger.class);
        if (watcher != null) {
            application.addInitializers(started -> started.getBeanFactory().addBeanPostProcessor(watcher));
        }
        ConfigurableApplicationContext context = application.run(
                "--server.port=0",
                "--logging.level.root=error",
                "--logging.level.io.chatledger=warn",
                "--logging.level.org.axonframework.eventhandling.tokenstore.inmemory=error",
                "--chatledger.mode=dev",
                "--chatledger.limit.anonymous=0",
                "--chatledger.roles=" + roles,
                "--chatledger.node-id=" + place.node(),
                "--chatledger.data-dir=" + place.folder(),
                "--chatledger.database.url=" + place.url(),
                "--chatledger.database.username=" + place.username(),
                "--chatledger.database.password=" + place.password(),
                "--chatledger.database.shared=" + shared,
                "--chatledger.whatsapp.app-secret=" + ApplicationProcess.APP_SECRET);
        context.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        return new ApplicationHere(context);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Engine engine() {
        return new Engine("ours", context.getBean(Commands.class), context.getBean(ApiCommands.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
