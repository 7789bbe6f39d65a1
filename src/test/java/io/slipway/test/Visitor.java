package io.slipway.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody who uses the portal over HTTP with cookies, without a browser: signs in, reads
 * pages, sends forms with their CSRF token. Redirects are answers, they are not followed.
 */
public final class Visitor {

    private final CookieManager cookies = new CookieManager();

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

    private final String address;

    private String token = "";

    /**
     * Somebody who is not signed in.
     * @param port the portal's port
     */
    public Visitor(int port) {
        this.address = "http://localhost:" + port;
    }

    /**
     * Signs in with the password of the test people.
     * @param userName the name to sign in with
     * @return this visitor
     */
    public Visitor signIn(String userName) {
        HttpResponse<String> answer = signIn(userName, "slipway-demo");
        if (answer.statusCode() != 302) {
            throw new AssertionError("%s cannot sign in: %d".formatted(userName, answer.statusCode()));
        }
        return this;
    }

    /**
     * Tries to sign in.
     * @param userName the name to sign in with
     * @param password the password
     * @return the answer
     */
    public HttpResponse<String> signIn(String userName, String password) {
        get("/sign-in");
        return post("/sign-in", "username", userName, "password", password);
    }

    /**
     * Reads a page, and keeps its CSRF token for the next form.
     * @param path the path with its query
     * @param headers names and values in turn
     * @return the answer
     */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
            .header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return remember(send(request.build()));
    }

    /**
     * Reads a page as a document.
     * @param path the path with its query
     * @return the page
     */
    public Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    /**
     * Sends a form with the CSRF token of the page that was read last.
     * @param path where to
     * @param fields names and values in turn
     * @return the answer
     */
    public HttpResponse<String> post(String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("_csrf");
        all.add(this.token);
        return postAsIs(path, all.toArray(String[]::new));
    }

    /**
     * Sends a form with the CSRF token of the page that was read last, and has the
     * statements counted that it takes.
     * @param path where to
     * @param counted the name under which {@link StatementCounter} tells them
     * @param fields names and values in turn
     * @return the answer
     */
    public HttpResponse<String> postCounted(String path, String counted, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("_csrf");
        all.add(this.token);
        return remember(send(form(path, all.toArray(String[]::new)).header(StatementCounter.HEADER, counted).build()));
    }

    /**
     * Sends a form as it is, without a CSRF token.
     * @param path where to
     * @param fields names and values in turn
     * @return the answer
     */
    public HttpResponse<String> postAsIs(String path, String... fields) {
        return remember(send(form(path, fields).build()));
    }

    /**
     * Sends a form as it is, without a CSRF token, the way a browser does from a page of
     * the portal.
     * @param path where to
     * @param fields names and values in turn
     * @return the answer
     */
    public HttpResponse<String> postFromOurPage(String path, String... fields) {
        return remember(send(form(path, fields).header("Origin", this.address).build()));
    }

    /**
     * Sends a form with a file and the CSRF token of the page that was read last.
     * @param path where to
     * @param fileName what the file is called
     * @param content what is in it; the field is called {@code file}
     * @param fields names and values of other fields in turn
     * @return the answer
     */
    public HttpResponse<String> upload(String path, String fileName, String content, String... fields) {
        return upload(path, "file", List.of(new Upload(fileName, content.getBytes(StandardCharsets.UTF_8))), fields);
    }

    /**
     * Sends a form with files and the CSRF token of the page that was read last.
     * @param path where to
     * @param field name of the field that has the files
     * @param files the files, in this order
     * @param fields names and values of other fields in turn
     * @return the answer
     */
    public HttpResponse<String> upload(String path, String field, List<Upload> files, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "_csrf", "", this.token.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            part(body, fields[i], "", fields[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        files.forEach((file) -> part(body, field, "; filename=\"" + file.name() + "\"", file.content()));
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return remember(send(HttpRequest.newBuilder(URI.create(this.address + path))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Origin", this.address)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build()));
    }

    private static void part(ByteArrayOutputStream body, String field, String more, byte[] content) {
        body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(field, more)
            .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file that a person chose.
     *
     * @param name what it is called
     * @param content what is in it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Upload(String name, byte[] content) {

        /**
         * A file of text.
         * @param name what it is called
         * @param text what is in it, as UTF-8
         * @return the file
         */
        public static Upload text(String name, String text) {
            return new Upload(name, text.getBytes(StandardCharsets.UTF_8));
        }

    }

    private HttpRequest.Builder form(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append((i > 0) ? "&" : "")
                .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(this.address + path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /**
     * The cookie of the session.
     * @return its value, if there is one
     */
    public Optional<String> session() {
        return this.cookies.getCookieStore()
            .getCookies()
            .stream()
            .filter((cookie) -> cookie.getName().equals("SESSION"))
            .map((cookie) -> cookie.getValue())
            .findFirst();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return this.client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new AssertionError("The portal does not answer", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", ex);
        }
    }

    private HttpResponse<String> remember(HttpResponse<String> answer) {
        Document page = Jsoup.parse(answer.body());
        Element field = page.selectFirst("input[name=_csrf]");
        Element meta = page.selectFirst("meta[name=_csrf],meta[name=csrf-token]");
        if (field != null) {
            this.token = field.attr("value");
        }
        else if (meta != null) {
            this.token = meta.attr("content");
        }
        return answer;
    }

}
