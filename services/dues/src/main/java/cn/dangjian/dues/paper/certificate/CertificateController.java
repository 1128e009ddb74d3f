package cn.dangjian.dues.paper.certificate;

import static cn.dangjian.dues.paper.certificate.CertificateRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.paper.certificate.CertificateRefusal.NO_FILE;

import cn.dangjian.dues.roll.Payer;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.Self;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The electronic certificate of dues. */
@Tag(name = "certificates 党费证")
@RestController
class CertificateController {

    private final Certificates certificates;
    private final PrintCertificate printCertificate;
    private final RollTable payers;

    CertificateController(Certificates certificates, PrintCertificate printCertificate, RollTable payers) {
        this.certificates = certificates;
        this.printCertificate = printCertificate;
        this.payers = payers;
    }

    @Operation(summary = "A member's year, month by month: due, paid, who took it, on which receipt (党费证)")
    @GetMapping("/v1/members/{id}/certificates/{year}")
    Certificate certificate(@PathVariable long id, @PathVariable @Min(1000) @Max(2999) int year, @Subtree Scope scope) {
        return certificates.of(payers.find(id, scope).orElseThrow(MEMBER_UNKNOWN), year);
    }

    @Operation(summary = "Print a member's year; that is written down")
    @PostMapping(path = "/v1/members/{id}/certificates/{year}/prints", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] print(@PathVariable long id, @PathVariable @Min(1000) @Max(2999) int year, Desk desk) {
        return printCertificate.print(payers.find(id, desk.scope()).orElseThrow(MEMBER_UNKNOWN), year, desk);
    }

    @Operation(summary = "The caller's own year (我的党费证)")
    @GetMapping("/v1/me/certificates/{year}")
    Certificate own(@PathVariable @Min(1000) @Max(2999) int year, Self self) {
        return certificates.of(payer(self), year);
    }

    @Operation(summary = "Print the caller's own year")
    @PostMapping(path = "/v1/me/certificates/{year}/prints", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] printOwn(@PathVariable @Min(1000) @Max(2999) int year, Self self) {
        return printCertificate.printOwn(payer(self), year, self);
    }

    private Payer payer(Self self) {
        return payers.ofAccount(self.account()).flatMap(payers::own).orElseThrow(NO_FILE);
    }
}
