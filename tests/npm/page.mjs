// A made-up page in the shape of WeChat's, small enough to know what must come of it.

export const page = `<!DOCTYPE html>
<html><head>
<meta property="og:title" content="山间来信">
<meta property="og:url" content="https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv">
</head><body>
<h1 id="activity-name">山间来信</h1>
<a id="js_name" href="javascript:void(0);">小镇读书会</a>
<div id="js_content">
<p>春天到了，山上的茶树发了<strong>新芽</strong>，采茶人天不亮就出门。</p>
<p><img data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc123/640?wx_fmt=jpeg" data-type="jpeg" data-w="1080" data-ratio="0.5"></p>
<p>第一锅茶在清明前炒好，满屋子都是<a href="https://example.com/tea">栗子的香气</a>。</p>
<p>点击上方蓝字关注我们</p>
</div>
</body></html>`
