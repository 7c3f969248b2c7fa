package io.chatledger.app;

import com.microsoft.playwright.options.ColorScheme;
import io.chatledger.rig.TestBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A browser and an application, once for all test classes; after each test nobody is there any more. */
final class BrowserStage implements BeforeAllCallback, AfterEachCallback {

    private @Nullable Scene scene;

    /** Closed by JUnit after the last class. */
    private record Scene(TestBrowser browser, BrowserApplication application) implements AutoCloseable {

        static Scene open() {
            try {
                return new Scene(TestBrowser.open(), BrowserApplication.start());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() {
            browser.close();
            application.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        scene = test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Scene.class, any -> Scene.open(), Scene.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        application().behave();
        browser().leave();
        browser().complaints();
    }

    TestBrowser browser() {
        return scene().browser();
    }

    BrowserApplication application() {
        return scene().application();
    }

    String url() {
        return application().url();
    }

    BrowserPerson person(int width, ColorScheme scheme) {
        return new BrowserPerson(browser().visitor(width, scheme, "es-CL"), url());
    }

    private Scene scene() {
        if (scene == null) {
            throw new IllegalStateException("not started");
        }
        return scene;
    }
}
