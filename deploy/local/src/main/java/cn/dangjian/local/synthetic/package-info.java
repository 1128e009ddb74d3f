/** 虚构的人 (U-24): persons who do not exist, as many as are asked for, the same ones whenever they are. */
@NullMarked
package cn.dangjian.local.synthetic;

import org.jspecify.annotations.NullMarked;
