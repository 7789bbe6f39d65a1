package io.slipway.surface;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.MediaTypeExpression;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that a controller of the running portal answers. */
@Component
@Profile("test")
class Mappings {

    private final RequestMappingHandlerMapping mappings;

    Mappings(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** What reads. */
    List<Mapping> reading() {
        return all().stream().filter((one) -> one.method().equals("GET")).toList();
    }

    /** What changes something. */
    List<Mapping> changing() {
        return all().stream().filter((one) -> !one.method().equals("GET")).toList();
    }

    private List<Mapping> all() {
        List<Mapping> all = new ArrayList<>();
        this.mappings.getHandlerMethods().forEach((info, handler) -> {
            for (RequestMethod method : methods(info)) {
                info.getPatternValues()
                    .forEach((pattern) -> all
                        .add(new Mapping(method.name(), pattern, type(info), fixed(info), parameters(handler))));
            }
        });
        all.sort(Comparator.comparing(Mapping::pattern).thenComparing(Mapping::method));
        return all;
    }

    /** A page for errors answers whatever method failed. */
    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    private static String type(RequestMappingInfo info) {
        return info.getConsumesCondition()
            .getExpressions()
            .stream()
            .map(MediaTypeExpression::getMediaType)
            .map(MimeType::toString)
            .filter((type) -> !type.contains("*"))
            .findFirst()
            .orElse("application/x-www-form-urlencoded");
    }

    private static List<String> fixed(RequestMappingInfo info) {
        return info.getParamsCondition()
            .getExpressions()
            .stream()
            .map((NameValueExpression<String> one) -> one.getName() + "="
                    + ((one.getValue() != null) ? one.getValue() : "1"))
            .toList();
    }

    /** The names of all that a handler reads from the address, by whichever form. */
    private static Set<String> parameters(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                names.add(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
            }
            else if (parameter.getParameterType().isRecord()) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return names;
    }

    /**
     * One of them.
     *
     * @param method how it is called
     * @param pattern its address, with parts that vary
     * @param type what it takes
     * @param fixed parameters that tell it from others of the same address
     * @param parameters what it reads of the query
     */
    record Mapping(String method, String pattern, String type, List<String> fixed, Set<String> parameters) {

        @Override
        public String toString() {
            return this.method + " " + this.pattern + (this.fixed.isEmpty() ? "" : "?" + String.join("&", this.fixed));
        }

    }

}
