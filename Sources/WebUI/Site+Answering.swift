package import AccessModel
internal import ClinicalModel
internal import HTTPTypes
package import Hummingbird
internal import NIOCore
internal import Operations
package import StructuredText

extension Site {
    /// The answer to a request for a page: the page itself, or its model where JSON was asked for.
    package func answer(
        _ model: some PageModel, to request: Request, _ context: PageContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        guard request.wantsJSON else { return page(model.view(context.language), request, context, status: status) }
        return Site.response(model.json.canonicalText, "application/json", status, context)
    }

    /// A page for people alone.
    package func page(
        _ view: PageView, _ request: Request, _ context: PageContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let frame = PageFrame(
            site: self, context: context, address: request.method == .get ? request.localAddress : request.uri.path)
        // A page's own fields see those of the frame, so that a form finds its token.
        let content = templates.render(view.template, view.content.with(frame.inner)) ?? ""
        let whole = templates.render("frame", frame.fields(around: view, Markup(trusted: content))) ?? content
        return Site.response(whole, "text/html; charset=utf-8", status, context)
    }

    private static func response(
        _ text: String, _ type: String, _ status: HTTPResponse.Status, _ context: PageContext
    ) -> Response {
        let body = ByteBuffer(string: text)
        return Response(
            status: status,
            headers: [
                .contentType: type, .contentLength: String(body.readableBytes), .contentLanguage: context.language.rawValue,
                .vary: "Accept, Accept-Language, Cookie",
            ], body: ResponseBody(byteBuffer: body))
    }

    /// To another page, so that reloading it sends no form again.
    package func redirect(to url: SiteURL) -> Response { Site.redirect(url.path) }

    /// Back to where somebody came from, if that is on this host.
    package func redirect(back next: String?, else url: SiteURL = .start) -> Response {
        Site.redirect(SiteURL.local(next) ?? url.path)
    }

    static func redirect(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    /// A purpose as the law's file calls it.
    package func title(of purpose: Purpose, _ language: Language) -> String {
        let rule = node.regulations.law.regime(on: node.now().date).purposes[purpose]
        return rule?.title.text(language) ?? purpose.rawValue
    }
}
