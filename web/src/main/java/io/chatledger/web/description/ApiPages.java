package io.chatledger.web.description;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API as a page. It is for everybody, as the document is: there is nothing in it but what the
 * program's source says.
 */
@Controller
@Hidden
class ApiPages {

    private final OpenApiWebMvcResource document;
    private volatile @Nullable ApiPage page;

    ApiPages(OpenApiWebMvcResource document) {
        this.document = document;
    }

    @GetMapping("/docs/api")
    String api(HttpServletRequest request, Model model) throws Exception {
        model.addAttribute("api", page(request));
        return "docs/api";
    }

    /** Made once: it changes with the program only. */
    private ApiPage page(HttpServletRequest request) throws Exception {
        ApiPage made = page;
        if (made == null) {
            byte[] json = document.openapiJson(request, "/v3/api-docs", Locale.ENGLISH);
            made = ApiPage.of(JsonMapper.shared().readTree(json));
            page = made;
        }
        return made;
    }
}
