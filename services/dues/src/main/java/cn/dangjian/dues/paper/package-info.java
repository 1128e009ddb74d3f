/** 党费纸质凭证: receipts, certificates and what branches publish. */
@NullMarked
package cn.dangjian.dues.paper;

import org.jspecify.annotations.NullMarked;
