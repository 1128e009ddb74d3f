/** The OpenAPI document (接口约定): what each door takes and how it answers, so that generated clients are right. */
@NullMarked
package cn.dangjian.platform.web.contract;

import org.jspecify.annotations.NullMarked;
