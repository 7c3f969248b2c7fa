package io.chatledger.web.bounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/** Has the web server bound what callers hold of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebLimits.class)
class BoundedTomcat implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final WebLimits limits;
    private final TrustedProxies proxies;
    private final Path folder;

    BoundedTomcat(WebLimits limits, @Value("${chatledger.data-dir:}") String dataDir) throws IOException {
        this.limits = limits;
        this.proxies = new TrustedProxies(limits.trustedProxies());
        this.folder = Files.createDirectories(
                Path.of(dataDir.isEmpty() ? System.getProperty("java.io.tmpdir") : dataDir, "incoming"));
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        WebLimits.Limit limit = limits.limit();
        OpenConnections connections = new OpenConnections(limit.connections(), limit.allConnections(), proxies);
        factory.setProtocol(BoundedProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
                protocol.limit(connections, limit.allConnections(), limit.headerTime());
            }
        });
        factory.addEngineValves(new ExchangeBounds(limits, proxies, folder));
    }
}
