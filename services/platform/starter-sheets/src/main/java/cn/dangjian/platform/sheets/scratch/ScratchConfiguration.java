package cn.dangjian.platform.sheets.scratch;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Looks at the start for what a process has left that was killed, before any request makes a file. */
@AutoConfiguration
public class ScratchConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ScratchConfiguration.class);

    /** Once in a process: a test starts a service again while files of the one before are in use. */
    private static final AtomicBoolean SWEPT = new AtomicBoolean();

    @Bean
    InitializingBean sweepScratch() {
        return () -> {
            if (!SWEPT.compareAndSet(false, true)) return;
            try {
                int files = Scratch.sweep(Scratch.folder());
                if (files > 0) log.info("Deleted {} files of processes that are no more", files);
            } catch (IOException e) {
                log.warn("Files of processes that are no more stay: {}", e.toString());
            }
        };
    }
}
