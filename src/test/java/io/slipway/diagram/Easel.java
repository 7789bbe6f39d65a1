package io.slipway.diagram;

import java.util.Locale;
import java.util.Map;

import io.slipway.ui.Icons;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Draws diagrams through their templates, without the rest of the portal.
 */
public final class Easel {

    private static final Easel INSTANCE = new Easel();

    private final Diagrams diagrams;

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    private final GenericApplicationContext beans = new GenericApplicationContext();

    private Easel() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/ui", "messages/diagram");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        this.diagrams = new Diagrams(messages);
        this.beans.registerBean("icons", Icons.class);
        this.beans.registerBean("engraver", Engraver.class, () -> new Engraver(this.templates));
        this.beans.refresh();
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        this.templates.setTemplateResolver(resolver);
        this.templates.setTemplateEngineMessageSource(messages);
    }

    /**
     * The one easel.
     */
    public static Easel get() {
        return INSTANCE;
    }

    /**
     * The service that draws.
     */
    public Diagrams diagrams() {
        return this.diagrams;
    }

    /**
     * The markup of a drawing.
     */
    public String markup(Drawing drawing) {
        Context context = new Context(Locale.ENGLISH, Map.of("drawing", drawing));
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(this.beans, null));
        return this.templates.process("diagram/_diagram", context);
    }

    /**
     * A file with marks as a page shows it.
     */
    public Document draw(String bpmn, DiagramOverlay overlay) {
        Drawing drawing = this.diagrams.draw(ProcessDiagram.read(bpmn), "", overlay, "A diagram");
        return Jsoup.parse(markup(drawing));
    }

    /**
     * A file as a page shows it.
     */
    public Document draw(String bpmn) {
        return draw(bpmn, DiagramOverlay.NONE);
    }

}
