package io.slipway;

import java.util.TimeZone;

import io.slipway.database.DatabaseInitializer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the portal: release and deployment management on an embedded process engine.
 */
@SpringBootApplication
public class SlipwayApplication {

    /**
     * Starts the portal. The engine stores times in the zone of the virtual machine, so
     * that zone is UTC everywhere.
     * @param args command line options, in the form of Spring Boot
     */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication portal = new SpringApplication(SlipwayApplication.class);
        portal.addInitializers(new DatabaseInitializer());
        portal.run(args);
    }

}
