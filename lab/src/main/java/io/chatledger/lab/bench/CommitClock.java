package io.chatledger.lab.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes when PostgreSQL has answered that an append is committed, by listening in on the store's connections. */
final class CommitClock implements BeanPostProcessor {

    private volatile long last;

    /** Nanoseconds of the machine's monotonic clock; 0 if there was none yet. */
    long last() {
        return last;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (!beanName.equals("storeDataSource")) {
            return bean;
        }
        return new DelegatingDataSource((DataSource) bean) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection());
            }
        };
    }

    private Connection watched(Connection connection) {
        AtomicBoolean appended = new AtomicBoolean();
        return proxy(Connection.class, (self, method, args) -> {
            Object result = invoke(connection, method, args);
            if (method.getName().equals("commit") && appended.getAndSet(false)) {
                last = System.nanoTime();
            }
            boolean append = method.getName().equals("prepareStatement") && ((String) args[0]).contains("into event ");
            return append ? watched((PreparedStatement) result, connection, appended) : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement, Connection connection, AtomicBoolean appended) {
        return proxy(PreparedStatement.class, (self, method, args) -> {
            Object result = invoke(statement, method, args);
            if (method.getName().startsWith("execute")) {
                last = System.nanoTime();
                appended.set(!connection.getAutoCommit());
            }
            return result;
        });
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
