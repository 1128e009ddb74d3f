package cn.dangjian.platform.web.problem;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns every exception that reaches the door into a problem, once, without leaking messages of unknown ones. */
@RestControllerAdvice
@Order(0)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    /** MariaDB's word for a comparison of characters with a column that has none like them, MySQL's, and both for storing. */
    private static final Set<Integer> UNFIT = Set.of(1267, 1270, 1271, 3988, 1366);

    private final UnreadableBody unreadable;

    ProblemAdvice(UnreadableBody unreadable) {
        this.unreadable = unreadable;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException e) {
        return problem(e.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unauthenticated(AuthenticationException e) {
        return problem(
                e instanceof InvalidBearerTokenException ? DoorRefusal.TOKEN_INVALID : DoorRefusal.TOKEN_MISSING);
    }

    @ExceptionHandler
    ResponseEntity<Problem> keysAway(AuthenticationServiceException e) {
        log.error("A token cannot be verified: {}", e.getMessage());
        return problem(new Problem(DoorRefusal.UNAVAILABLE).retryAfter(SOON));
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException e) {
        return e.getCause() instanceof ProblemException refusal
                ? problem(refusal.problem())
                : problem(DoorRefusal.DENIED);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        return problem(unreadable.explain(e));
    }

    @ExceptionHandler
    ResponseEntity<Problem> changedMeanwhile(OptimisticLockingFailureException e) {
        return problem(DoorRefusal.CHANGED_MEANWHILE);
    }

    /** Who lost the race; what the database says of it names rows and values, and stays out of answers and logs. */
    @ExceptionHandler({DuplicateKeyException.class, CannotAcquireLockException.class})
    ResponseEntity<Problem> lostRace(DataAccessException e) {
        log.warn("Somebody else was first: {}", e.getClass().getSimpleName());
        return problem(DoorRefusal.LOST_RACE);
    }

    @ExceptionHandler
    ResponseEntity<Problem> busy(PessimisticLockingFailureException e) {
        log.warn("A row stayed locked: {}", e.getMessage());
        return problem(new Problem(DoorRefusal.BUSY).retryAfter(Duration.ofSeconds(1)));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class,
        RecoverableDataAccessException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Problem> databaseAway(Exception e) {
        log.error("The database does not answer: {}", e.getMessage());
        return problem(new Problem(DoorRefusal.UNAVAILABLE).retryAfter(SOON));
    }

    /** The firewall before the doors looks at headers and parameters only when somebody asks for them. */
    @ExceptionHandler
    ResponseEntity<Problem> unfit(RequestRejectedException e) {
        log.info("Not read: {}", e.getMessage());
        return problem(DoorRefusal.BAD);
    }

    /** A text for a column of codes, with characters that no code has. */
    @ExceptionHandler
    ResponseEntity<Problem> notStored(UncategorizedSQLException e) {
        var cause = e.getSQLException();
        if (cause == null || !UNFIT.contains(cause.getErrorCode())) return unexpected(e);
        log.warn("Characters that a column does not take: {}", cause.getMessage());
        return problem(DoorRefusal.UNFIT_TEXT);
    }

    @ExceptionHandler
    void clientGone(AsyncRequestNotUsableException e) {
        log.debug("The client left: {}", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(TypeMismatchException e) {
        if (e instanceof ConversionNotSupportedException) return unexpected(e);
        return problem(new Problem(DoorRefusal.INVALID).with(FieldProblems.of(e, unreadable.texts())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refusedParameter(RefusedParameterException e) {
        return problem(new Problem(DoorRefusal.INVALID).with(FieldProblems.of(e, unreadable.texts())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception e) {
        if (e instanceof ErrorResponse known) return known(known, e);
        return unexpected(e);
    }

    private static ResponseEntity<Problem> unexpected(Exception e) {
        if (e instanceof IOException) log.info("Input or output failed: {}", e.toString());
        else log.error("Unexpected", e);
        return problem(DoorRefusal.BROKEN);
    }

    private ResponseEntity<Problem> known(ErrorResponse known, Exception e) {
        var status = HttpStatus.valueOf(known.getStatusCode().value());
        if (status == INTERNAL_SERVER_ERROR) return unexpected(e);
        var errors = FieldProblems.of(e, unreadable.texts());
        var answer = errors.isEmpty()
                ? problem(status, code(status))
                : problem(new Problem(DoorRefusal.INVALID).with(errors));
        // which methods or formats would have been right
        return ResponseEntity.status(answer.getStatusCode())
                .headers(known.getHeaders())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    /** The code of a refusal of which nothing but the status is known. */
    static String code(HttpStatusCode status) {
        var refusal =
                switch (status.value()) {
                    case 404 -> DoorRefusal.NO_SUCH_PATH;
                    case 405 -> DoorRefusal.NO_SUCH_METHOD;
                    case 406 -> DoorRefusal.NOT_ACCEPTED;
                    case 413 -> DoorRefusal.TOO_LARGE;
                    case 415 -> DoorRefusal.UNSUPPORTED;
                    case 503 -> DoorRefusal.UNAVAILABLE;
                    default -> status.is5xxServerError() ? DoorRefusal.BROKEN : DoorRefusal.BAD;
                };
        return refusal.reason().code();
    }
}
