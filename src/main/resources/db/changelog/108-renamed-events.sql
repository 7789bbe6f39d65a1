--liquibase formatted sql

-- What waits for its listener at the time of the change names the event and who hears it.

--changeset slipway:stop-events
update EVENT_PUBLICATION
   set EVENT_TYPE = replace(replace(EVENT_TYPE, 'LineStopped', 'StopBegan'), 'LineReleased', 'StopEnded'),
       LISTENER_ID = replace(replace(LISTENER_ID, 'LineStopped', 'StopBegan'), 'LineReleased', 'StopEnded')
 where EVENT_TYPE in ('io.slipway.schedule.LineStopped', 'io.slipway.schedule.LineReleased');

--changeset slipway:planning-listeners
update EVENT_PUBLICATION set LISTENER_ID = replace(LISTENER_ID, 'io.slipway.release.Plan', 'io.slipway.planning.Plan')
 where LISTENER_ID like '%io.slipway.release.Plan%';

--changeset slipway:packaging-events
update EVENT_PUBLICATION
   set EVENT_TYPE = replace(EVENT_TYPE, 'io.slipway.release', 'io.slipway.packaging'),
       LISTENER_ID = replace(LISTENER_ID, 'io.slipway.release', 'io.slipway.packaging')
 where EVENT_TYPE in ('io.slipway.release.PackageReopened', 'io.slipway.release.ArtifactMissing');
