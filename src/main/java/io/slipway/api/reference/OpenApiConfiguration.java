package io.slipway.api.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds to the description of every call what all have in common: how to sign in, the
 * problem documents, idempotency keys, and an example of its body.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";

    /** What addresses had before, and have now: both answer for one version. */
    private static final Map<String, String> MOVED = Map.of("/bill-of-materials", "/bom");

    private static final Map<String, String> WORDS = Map.of("400", "The body or a parameter cannot be read", "401",
            "Not signed in", "403", "Not allowed", "404", "No such thing", "409",
            "It cannot be done now, or somebody else was faster", "412", "It is not the version that If-Match names",
            "413", "The body is too large", "422", "A field is at fault", "428", "If-Match is missing", "429",
            "Too many calls, see Retry-After");

    @Bean
    OpenAPI description(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
            .info(new Info().title("Slipway")
                .version((properties != null) ? properties.getVersion() : "development")
                .description("The REST interface of Slipway, for tools: release and deployment management.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
            .components(new Components()
                .addSecuritySchemes("token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .description("A token, made in the administration or on one's own profile"))
                .addSecuritySchemes("person", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSchemas(PROBLEM, problem()))
            .addSecurityItem(new SecurityRequirement().addList("token"))
            .addSecurityItem(new SecurityRequirement().addList("person"));
    }

    @Bean
    OpenApiCustomizer commonGround() {
        Map<String, String> examples = examples();
        return (api) -> api.getPaths()
            .forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(path, method, operation, examples.get(method + " " + path))));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation,
            @Nullable String example) {
        boolean changes = method != PathItem.HttpMethod.GET;
        boolean conditional = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch((one) -> "If-Match".equals(one.getName()));
        MOVED.forEach((former, now) -> {
            if (path.contains(former)) {
                operation.deprecated(true)
                    .summary(operation.getSummary() + ". Deprecated: now at " + path.replace(former, now));
            }
        });
        refuse(operation, "401", "403", "429");
        if (path.contains("{")) {
            refuse(operation, "404");
        }
        if (operation.getParameters() != null && !operation.getParameters().isEmpty()) {
            refuse(operation, "400");
        }
        if (operation.getRequestBody() != null) {
            refuse(operation, "400", "413", "422");
        }
        if (changes) {
            refuse(operation, "409");
        }
        if (conditional) {
            refuse(operation, "412");
        }
        if (path.endsWith("/cancel")) {
            refuse(operation, "428");
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(new HeaderParameter().name("Idempotency-Key")
                .schema(new StringSchema().maxLength(128))
                .description("Done once, and answered the same again for a day"));
        }
        if (example != null && operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().forEach((type, content) -> {
                if (type.contains("json") || type.contains("yaml")) {
                    content.setExample(example);
                }
            });
        }
    }

    private static void refuse(Operation operation, String... statuses) {
        ApiResponses answers = operation.getResponses();
        for (String status : statuses) {
            answers.computeIfAbsent(status,
                    (missing) -> new ApiResponse().description(WORDS.get(missing))
                        .content(new Content().addMediaType("application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
        }
    }

    private static Schema<?> problem() {
        Schema<?> error = of("object");
        error.addProperty("field", of("string"));
        error.addProperty("message", of("string"));
        Schema<?> errors = of("array");
        errors.setItems(error);
        Schema<?> problem = of("object");
        problem.setDescription("A problem document, RFC 9457");
        problem.addProperty("type", of("string"));
        problem.addProperty("title", of("string"));
        problem.addProperty("status", of("integer"));
        problem.addProperty("detail", of("string"));
        problem.addProperty("instance", of("string"));
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<?> of(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    /** One example for each call that takes a body. */
    static Map<String, String> examples() {
        try (InputStream file = new ClassPathResource("api/examples.yaml").getInputStream()) {
            TreeMap<String, String> examples = new YAMLMapper().readValue(file, new TypeReference<>() {
            });
            MOVED.forEach((former, now) -> Map.copyOf(examples).forEach((call, example) -> {
                if (call.endsWith(now)) {
                    examples.put(call.replace(now, former), example);
                }
            }));
            return examples;
        }
        catch (IOException ex) {
            throw new IllegalStateException("The examples of the interface cannot be read", ex);
        }
    }

}
