package io.chatledger.sandbox.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatledger.sandbox.OnlyInSandbox;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Graph API's answers about numbers: one of them, and those of a business account.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers">Phone
 *     numbers</a>
 */
@RestController
@OnlyInSandbox
@Hidden
@RequestMapping("/sandbox/graph/{version}")
class GraphNumbersApi {

    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final String USUAL = "verified_name,display_phone_number,quality_rating,id";

    private final SandboxTokens tokens;
    private final SandboxNumbers numbers;

    GraphNumbersApi(SandboxTokens tokens, SandboxNumbers numbers) {
        this.tokens = tokens;
        this.numbers = numbers;
    }

    @GetMapping("/{phoneNumberId:" + ID + "}")
    Map<String, Object> number(
            @PathVariable String phoneNumberId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(defaultValue = USUAL) String fields) {
        tokens.mustBeFor(phoneNumberId, BearerToken.of(authorization));
        return described(phoneNumberId, fields);
    }

    @GetMapping("/{account:" + ID + "}/phone_numbers")
    Map<String, Object> numbers(
            @PathVariable String account,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(defaultValue = USUAL) String fields,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(required = false) @Nullable String after) {
        List<String> all = tokens.numbersOf(account, BearerToken.of(authorization));
        List<String> rest = after == null
                ? all
                : all.stream().filter(id -> id.compareTo(decoded(after)) > 0).toList();
        List<String> page = rest.subList(0, Math.min(Math.clamp(limit, 1, 100), rest.size()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", page.stream().map(id -> described(id, fields)).toList());
        if (!page.isEmpty()) {
            Map<String, Object> paging = new LinkedHashMap<>();
            paging.put("cursors", Map.of("before", encoded(page.getFirst()), "after", encoded(page.getLast())));
            if (page.size() < rest.size()) {
                paging.put("next", "/" + account + "/phone_numbers?after=" + encoded(page.getLast()));
            }
            answer.put("paging", paging);
        }
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(GraphProblem problem) {
        return ResponseEntity.status(problem.status()).body(problem.body());
    }

    /** The id always comes along. */
    private Map<String, Object> described(String phoneNumberId, String fields) {
        Map<String, Object> all = Map.of(
                "verified_name", "Sandbox",
                "display_phone_number", numbers.look(phoneNumberId).displayPhoneNumber(),
                "quality_rating", "GREEN",
                "code_verification_status", "VERIFIED",
                "platform_type", "CLOUD_API");
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : fields.split(",")) {
            Object value = all.get(name.strip());
            if (value != null) {
                some.put(name.strip(), value);
            }
        }
        some.put("id", phoneNumberId);
        return some;
    }

    private static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException noCursor) {
            throw GraphProblem.invalid("Param after is not a valid cursor.");
        }
    }
}
