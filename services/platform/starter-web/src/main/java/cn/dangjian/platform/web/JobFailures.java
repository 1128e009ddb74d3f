package cn.dangjian.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.util.ErrorHandler;

/**
 * What scheduled work (定时作业) leaves in the log when it breaks off: it begins again at its next turn. That two waited for each
 * other and one was sent home is no fault that anybody has to look at; all else is told whole.
 */
class JobFailures implements ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(JobFailures.class);

    @Override
    public void handleError(Throwable failure) {
        if (failure instanceof TransientDataAccessException transience)
            log.warn(
                    "scheduled work gave way and begins again at its next turn: {}",
                    transience.getMostSpecificCause().getMessage());
        else log.error("scheduled work broke off and begins again at its next turn", failure);
    }
}
