/** The audit trail (审计): who read personal data or changed authority; it cannot be altered unseen. */
@NullMarked
package cn.dangjian.identity.audit;

import org.jspecify.annotations.NullMarked;
