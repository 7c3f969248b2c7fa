package io.chatledger.query.contact;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.query.Choice;
import io.chatledger.query.Export;
import io.chatledger.query.ShowsPersonalData;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything about a person, to be handed over to them. */
@Controller
class ContactExportApi {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final ContactExports exports;

    ContactExportApi(ContactExports exports) {
        this.exports = exports;
    }

    /**
     * Hands over all there is about a person, as a file.
     *
     * @param format {@code json}, or {@code html} for a page to be read by a person
     * @return the file
     */
    @GetMapping("/api/v1/contacts/{id}/export")
    @Allowed("contacts.export")
    @Export
    @Refuses("410 person-erased")
    @ShowsPersonalData(value = "export", id = "id")
    @Nullable
    String export(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String format,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        boolean page = "html".equals(Choice.of(format, "format", List.of("json", "html")));
        ContactExport export = exports.of(caller.tenant(), id);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"contact-" + export.contact().id() + (page ? ".html\"" : ".json\""));
        if (page) {
            model.addAttribute("export", export);
            model.addAttribute("when", new Times(locale));
            return "contact/export";
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        write(export, response.getOutputStream());
        return null;
    }

    /** Whoever has gone away or does not read is no failure of ours. */
    private static void write(ContactExport export, OutputStream out) throws IOException {
        try {
            JSON.writeValue(out, export);
        } catch (JacksonIOException gone) {
            throw gone.getCause();
        }
    }
}
