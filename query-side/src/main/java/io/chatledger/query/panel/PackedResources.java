package io.chatledger.query.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Packs each script and style of a library once, when it is first asked for. The server would do it at every request, and
 * strangers may ask for half a megabyte as often as they like. They are kept by where they lie, not by how somebody spells the
 * address, so there are no more of them than the libraries have files.
 */
final class PackedResources extends AbstractResourceResolver {

    private final Map<String, Packed> packed = new ConcurrentHashMap<>();

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource found = chain.resolveResource(request, path, locations);
        return found != null && isText(path) && takesGzip(request)
                ? packed.computeIfAbsent(Packed.place(found), place -> Packed.of(found))
                : found;
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    /** How many files are kept. */
    int kept() {
        return packed.size();
    }

    private static boolean isText(String path) {
        return path.endsWith(".css") || path.endsWith(".js");
    }

    private static boolean takesGzip(@Nullable HttpServletRequest request) {
        String accepted = request == null ? null : request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches("(?i)(.*,)?\\s*gzip\\s*(,.*|;\\s*q=(1|0\\.0*[1-9]).*)?");
    }

    /** A file as it goes over the line. */
    private static final class Packed extends ByteArrayResource implements HttpResource {

        private final @Nullable String name;
        private final long modified;

        private Packed(byte[] bytes, @Nullable String name, long modified) {
            super(bytes);
            this.name = name;
            this.modified = modified;
        }

        static String place(Resource file) {
            try {
                return file.getURL().toString();
            } catch (IOException nowhere) {
                throw new UncheckedIOException(nowhere);
            }
        }

        static Packed of(Resource file) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(file.getContentAsByteArray());
                gzip.finish();
                return new Packed(bytes.toByteArray(), file.getFilename(), file.lastModified());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public @Nullable String getFilename() {
            return name;
        }

        @Override
        public long lastModified() {
            return modified;
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            return headers;
        }
    }
}
