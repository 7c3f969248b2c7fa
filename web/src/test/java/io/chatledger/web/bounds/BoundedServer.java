package io.chatledger.web.bounds;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** The web server as the application has it, with nothing of the application behind it. */
final class BoundedServer implements AutoCloseable {

    private static final int PLACES = 4_096;

    private final Tomcat tomcat = new Tomcat();

    /** @param folder that it may fill */
    BoundedServer(WebLimits.Limit limit, HttpServlet answers, Path folder) throws LifecycleException {
        TrustedProxies proxies = new TrustedProxies(List.of());
        BoundedProtocol protocol = new BoundedProtocol();
        protocol.limit(new OpenConnections(PLACES, PLACES, proxies), PLACES, limit.headerTime());
        Connector connector = new Connector(protocol);
        connector.setPort(0);
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector);
        tomcat.getEngine().getPipeline().addValve(new ExchangeBounds(new WebLimits(List.of(), limit), proxies, folder));
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "answers", answers);
        context.addServletMappingDecoded("/", "answers");
        tomcat.start();
    }

    Socket connect() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
