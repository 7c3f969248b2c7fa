package io.chatledger.app;

import com.microsoft.playwright.options.ColorScheme;
import io.chatledger.rig.TestBrowser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A browser and an application for one test class; after each test nobody is there any more. */
final class BrowserStage implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private @Nullable TestBrowser browser;
    private @Nullable BrowserApplication application;

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        browser = TestBrowser.open();
        application = BrowserApplication.start();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        application().behave();
        browser().leave();
        browser().complaints();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (browser != null) {
            browser.close();
        }
        if (application != null) {
            application.close();
        }
    }

    TestBrowser browser() {
        return started(browser);
    }

    BrowserApplication application() {
        return started(application);
    }

    String url() {
        return application().url();
    }

    BrowserPerson person(int width, ColorScheme scheme) {
        return new BrowserPerson(browser().visitor(width, scheme, "es-CL"), url());
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not started");
        }
        return part;
    }
}
