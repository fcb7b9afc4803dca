internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The style sheet, scripts and pictures.
struct AssetController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        let assets = site.assets
        router.get(RouterPath(SiteURL.asset("").route)) { request, context in
            guard let asset = assets[try context.pathText("name")] else { throw PageDetour.notFound }
            let tag = "\"\(asset.digest)\""
            // Under its own digest it never changes; under a bare name it is asked after each time.
            let isPinned = request.queryText("v") == asset.digest
            var headers: HTTPFields = [
                .contentType: asset.type, .eTag: tag,
                .cacheControl: isPinned ? "public, max-age=31536000, immutable" : "public, no-cache",
            ]
            if request.headers[values: .ifNoneMatch].contains(where: { $0.contains(tag) }) {
                return Response(status: .notModified, headers: headers)
            }
            headers[.contentLength] = String(asset.bytes.count)
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    }
}
