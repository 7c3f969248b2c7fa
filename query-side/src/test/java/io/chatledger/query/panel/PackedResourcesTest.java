package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

class PackedResourcesTest {

    private static final String STYLE = "tabler__core/1.4.0/dist/css/tabler.min.css";
    private static final Resource LIBRARIES = new ClassPathResource("META-INF/resources/webjars/");

    private final PackedResources resources = new PackedResources();
    private final ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();

    PackedResourcesTest() throws Exception {
        handler.setLocations(List.of(LIBRARIES));
        handler.setResourceResolvers(List.of(resources, new PathResourceResolver()));
        handler.setServletContext(new MockServletContext());
        handler.afterPropertiesSet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.8, *;q=0.1", "deflate,GZIP"})
    void goesPackedToWhoeverTakesIt(String accepted) throws Exception {
        MockHttpServletResponse answer = get(STYLE, accepted);

        assertThat(answer.getHeader(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(answer.getHeaders(HttpHeaders.VARY)).contains(HttpHeaders.ACCEPT_ENCODING);
        assertThat(answer.getContentType()).startsWith("text/css");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.getContentAsByteArray())).readAllBytes())
                .isEqualTo(file(STYLE));
        assertThat(answer.getContentAsByteArray().length).isLessThan(file(STYLE).length / 4);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip;q=0.000, br"})
    void goesAsItIsToOthers(@Nullable String accepted) throws Exception {
        MockHttpServletResponse answer = get(STYLE, accepted);

        assertThat(answer.getHeader(HttpHeaders.CONTENT_ENCODING)).isNull();
        assertThat(answer.getContentAsByteArray()).isEqualTo(file(STYLE));
    }

    @Test
    void isPackedOnceHoweverItsAddressIsSpelled() throws Exception {
        get(STYLE, "gzip");
        get(STYLE.replace("dist", "d%69st"), "gzip");
        get(STYLE.replace("dist", "%64i%73t"), "gzip");

        assertThat(resources.kept()).isEqualTo(1);
    }

    @Test
    void isNotSentAgainToWhoeverHasIt() throws Exception {
        MockHttpServletRequest again = request(STYLE, "gzip");
        again.addHeader(
                HttpHeaders.IF_MODIFIED_SINCE, String.valueOf(get(STYLE, "gzip").getHeader(HttpHeaders.LAST_MODIFIED)));
        MockHttpServletResponse answer = new MockHttpServletResponse();

        handler.handleRequest(again, answer);

        assertThat(answer.getStatus()).isEqualTo(304);
    }

    private MockHttpServletResponse get(String path, @Nullable String accepted) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        handler.handleRequest(request(path, accepted), answer);
        return answer;
    }

    private static MockHttpServletRequest request(String path, @Nullable String accepted) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/webjars/" + path);
        // As in the running application, which decodes the path only where it was parsed.
        ServletRequestPathUtils.parseAndCache(request);
        request.setAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, path);
        if (accepted != null) {
            request.addHeader(HttpHeaders.ACCEPT_ENCODING, accepted);
        }
        return request;
    }

    private static byte[] file(String path) throws Exception {
        return LIBRARIES.createRelative(path).getContentAsByteArray();
    }
}
