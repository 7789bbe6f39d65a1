package io.slipway.knowledge.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

import org.springframework.stereotype.Component;

/**
 * Markdown as HTML that is safe on a page: written HTML is shown and never done, links
 * lead to http, https, mail and places of the portal only, and pictures are links, since
 * nothing is fetched from elsewhere. Headings begin below the page's own.
 */
@Component("markdown")
public class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final int BELOW = 1;

    private static final int DEEPEST = 6;

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(50).build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
        .attributeProviderFactory((context) -> Markdown::attributes)
        .nodeRendererFactory(Pictures::new)
        .build();

    /** The text as HTML. */
    public String html(String text) {
        Node document = this.parser.parse(text);
        document.accept(new Headings());
        return this.renderer.render(document);
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "noopener noreferrer nofollow");
        }
        if ("table".equals(tag)) {
            attributes.put("class", "prose-table");
        }
    }

    /**
     * Sets headings below those of the page, none skipped, and hides the names of steps.
     */
    private static final class Headings extends org.commonmark.node.AbstractVisitor {

        private int level = BELOW;

        @Override
        public void visit(Heading heading) {
            this.level = Math.min(Math.min(DEEPEST, heading.getLevel() + BELOW), this.level + 1);
            heading.setLevel(this.level);
            if (heading.getLastChild() instanceof Text text) {
                text.setLiteral(text.getLiteral().replaceFirst(" *\\{#[a-z0-9-]{1,60}} *$", ""));
            }
            visitChildren(heading);
        }

    }

    /** Pictures as links to them. */
    private static final class Pictures implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        Pictures(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            Link link = new Link(((Image) node).getDestination(), null);
            while (node.getFirstChild() != null) {
                link.appendChild(node.getFirstChild());
            }
            if (link.getFirstChild() == null) {
                link.appendChild(new Text(((Image) node).getDestination()));
            }
            this.context.render(link);
        }

    }

}
