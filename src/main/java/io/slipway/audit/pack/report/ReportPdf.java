package io.slipway.audit.pack.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TimeZone;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes a PDF of the report: tagged (PDF/UA), with the fonts that the portal brings
 * along, and the same bytes each time.
 */
@Component
public class ReportPdf {

    private static final String OTHER_LETTERS = "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What the colours mean: sRGB, some hundred bytes, in the public domain. */
    private static final byte[] COLOURS = colours();

    ReportPdf() {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Makes the PDF.
     * @param html well-formed, and in need of no other file
     * @param at the time that it bears, UTC
     */
    public byte[] of(String html, Instant at) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(COLOURS);
        builder.useFont(font("fonts/inter-regular.ttf"), "Inter", 400, FontStyle.NORMAL, true);
        builder.useFont(font("fonts/inter-bold.ttf"), "Inter", 700, FontStyle.NORMAL, true);
        builder.useFont(font(OTHER_LETTERS), "Liberation", 400, FontStyle.NORMAL, true);
        builder.useFont(font(OTHER_LETTERS), "Liberation", 700, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Slipway");
        builder.withHtmlContent(html, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            fix(document, at);
            document.save(pdf);
            document.close();
            return pdf.toByteArray();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** What would differ each time: times and the document's id. */
    private static void fix(PDDocument document, Instant at) throws IOException {
        GregorianCalendar time = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        time.setTimeZone(TimeZone.getTimeZone("UTC"));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(time);
        information.setModificationDate(time);
        document.setDocumentId(at.toEpochMilli());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(?<=Date>)[^<]+(?=</xmp:)", at.toString());
            metadata.importXMPMetadata(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] colours() {
        try {
            return new ClassPathResource("audit/sRGB-v2-micro.icc").getContentAsByteArray();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> {
            try {
                return new ClassPathResource(name).getInputStream();
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        };
    }

}
