package io.chatledger.web.bounds;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose body is there before anybody reads it, whatever way. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final WholeBody body;
    private final boolean form;

    BoundedRequest(HttpServletRequest request, WholeBody body) {
        super(request);
        this.body = body;
        String type = request.getContentType();
        this.form = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        body.arrive();
        return super.getInputStream();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        body.arrive();
        return super.getReader();
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        body.arrive();
        return super.getParts();
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException {
        body.arrive();
        return super.getPart(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        arriveIfForm();
        return super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        arriveIfForm();
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        arriveIfForm();
        return super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        arriveIfForm();
        return super.getParameterValues(name);
    }

    private void arriveIfForm() {
        if (!form) {
            return;
        }
        try {
            body.arrive();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
