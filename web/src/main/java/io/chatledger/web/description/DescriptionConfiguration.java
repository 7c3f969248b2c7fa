package io.chatledger.web.description;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;

/** What makes the document at {@code /v3/api-docs} say all that there is to say. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(JsonNode.class, new JsonSchema());
    }

    /** Calls that answer with a page or a file are calls too, though their controller is none of JSON. */
    DescriptionConfiguration(ListableBeanFactory beans) {
        Stream.of(beans.getBeanNamesForAnnotation(Controller.class))
                .map(beans::getType)
                .filter(type -> type != null && hasCalls(type))
                .forEach(type -> SpringDocUtils.getConfig().addRestControllers(type));
    }

    private static boolean hasCalls(Class<?> controller) {
        return Stream.of(controller.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Allowed.class));
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("ChatLedger")
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description("""
                                Conversations, customers and their history, for businesses that live on WhatsApp. JSON in \
                                UTF-8; instants are ISO-8601 in UTC; ids are opaque. A value of the wrong type is refused, \
                                never converted. Fields may be added to answers; what is here keeps its name and meaning."""))
                .components(new Components()
                        .addSecuritySchemes(
                                WhoMay.TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The accessToken that a login gives. It is for one tenant."))
                        .addSchemas("Problem", problem()));
    }

    /** Docstrings come in HTML; descriptions are CommonMark. */
    @Bean
    @Order(0)
    OperationCustomizer plainDescriptions() {
        return new PlainDescriptions();
    }

    @Bean
    @Order(1)
    OperationCustomizer errorAnswers() {
        return new ErrorAnswers();
    }

    @Bean
    @Order(2)
    OperationCustomizer parameters(JavadocProvider docstrings) {
        return new Parameters(docstrings);
    }

    @Bean
    @Order(3)
    OperationCustomizer examples() {
        return new Examples();
    }

    @Bean
    @Order(4)
    OperationCustomizer whoMay(Features features) {
        return new WhoMay(features.permissions());
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", text("Which field, as in location.latitude, parameter or header."))
                .addProperty("code", text("What is wrong with it, such as not-blank, size or type."))
                .addProperty("message", text("The same for a person."));
        return new ObjectSchema()
                .description("Why a call was refused (RFC 9457).")
                .addProperty("type", text("A URI for the code."))
                .addProperty("title", text("The status in words."))
                .addProperty("status", new IntegerSchema().description("The status of HTTP."))
                .addProperty("detail", text("One sentence for a person."))
                .addProperty("code", text("Stable, for programs."))
                .addProperty(
                        "errors",
                        new ArraySchema().items(error).description("Of an invalid request: what is wrong, by field."))
                .addRequiredItem("type")
                .addRequiredItem("title")
                .addRequiredItem("status")
                .addRequiredItem("detail")
                .addRequiredItem("code");
    }

    private static Schema<?> text(String meaning) {
        return new StringSchema().description(meaning);
    }
}
